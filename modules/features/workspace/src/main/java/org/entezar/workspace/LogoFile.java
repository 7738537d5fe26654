package org.entezar.workspace;

/**
 * A logo with its bytes.
 *
 * @param logo what it is
 * @param bytes as they go to browsers
 */
public record LogoFile(
        Brand.Logo logo,
        @SuppressWarnings("ArrayRecordComponent") byte[] bytes) {}
