package org.entezar.survey.internal.view;

/**
 * The logo of whoever asks.
 *
 * @param address of the picture
 * @param width in style sheets' pixels
 * @param height in style sheets' pixels
 * @param name what is read out in its place
 */
public record LogoView(String address, int width, int height, String name) {}
