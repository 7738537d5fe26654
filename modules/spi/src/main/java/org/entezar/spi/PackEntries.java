package org.entezar.spi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A template pack as it is shipped: named YAML entries, unread and unchecked. {@code pack.yaml} is the manifest; the
 * parts are {@code categories.yaml} and {@code questionnaires/<key>.yaml}. What the entries may hold is said by the
 * JSON Schemas in {@code org/entezar/spi/schema}; reading and checking is the product's task, not the plugin's.
 *
 * @param entries name to bytes, sorted by name
 */
public record PackEntries(Map<String, byte[]> entries) {

    /** Name of the manifest. */
    public static final String MANIFEST = "pack.yaml";

    /** Name of the tree of categories. */
    public static final String CATEGORIES = "categories.yaml";

    /** Folder of the questionnaires. */
    public static final String QUESTIONNAIRES = "questionnaires/";

    public PackEntries {
        entries = Collections.unmodifiableMap(new TreeMap<>(entries));
    }

    /**
     * Reads entries that stand as resources beside a class.
     *
     * @param owner class of the plugin
     * @param folder folder of the pack on the class path, such as {@code /packs/hotel}
     * @param names entries in it
     * @throws IllegalStateException when a resource is missing: the jar is broken
     */
    public static PackEntries ofResources(Class<?> owner, String folder, List<String> names) {
        TreeMap<String, byte[]> read = new TreeMap<>();
        for (String name : names) {
            try (InputStream stream = owner.getResourceAsStream(folder + "/" + name)) {
                if (stream == null) {
                    throw new IllegalStateException("The plugin's jar lacks " + folder + "/" + name);
                }
                read.put(name, stream.readAllBytes());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return new PackEntries(read);
    }
}
