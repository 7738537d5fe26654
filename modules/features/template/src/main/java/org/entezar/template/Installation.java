package org.entezar.template;

import java.time.Instant;

/**
 * A pack that a workspace has taken in.
 *
 * @param pack its id
 * @param version the version that was installed
 * @param digest what exactly was installed
 * @param at when
 * @param by who, as history names them
 */
public record Installation(String pack, String version, String digest, Instant at, String by) {}
