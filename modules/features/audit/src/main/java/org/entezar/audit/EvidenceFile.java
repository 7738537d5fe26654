package org.entezar.audit;

import java.io.InputStream;
import java.util.function.Supplier;

/**
 * A finished evidence archive.
 *
 * @param name for whoever saves it
 * @param bytes its size
 * @param sha256 its hash, 64 hexadecimal digits
 * @param content opens it; whoever reads closes it
 */
public record EvidenceFile(String name, long bytes, String sha256, Supplier<InputStream> content) {}
