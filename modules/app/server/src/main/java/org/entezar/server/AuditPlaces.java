package org.entezar.server;

import java.nio.file.Path;

/**
 * Where the installation keeps what auditors rely on.
 *
 * @param keys folder of the signing keys
 * @param archives folder of finished evidence archives
 */
public record AuditPlaces(Path keys, Path archives) {}
