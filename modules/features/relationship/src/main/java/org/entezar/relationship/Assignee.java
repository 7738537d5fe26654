package org.entezar.relationship;

/**
 * Who works a case.
 *
 * @param subject at the identity provider
 * @param name what people call them; that of the time when the case was given to them
 */
public record Assignee(String subject, String name) {}
