package org.entezar.workspace;

import org.entezar.kernel.LocalizedText;

/**
 * A brand with the name that is read out in the logo's place.
 *
 * @param brand how the workspace looks
 * @param name what it is called
 * @param defaultLanguage that its name falls back to
 */
public record ShownBrand(Brand brand, LocalizedText name, String defaultLanguage) {}
