package org.entezar.survey.internal.view;

import java.util.Optional;

/**
 * How a page looks.
 *
 * @param stylesheet its address
 * @param logo at the head, if whoever asks has one
 */
public record LookView(String stylesheet, Optional<LogoView> logo) {}
