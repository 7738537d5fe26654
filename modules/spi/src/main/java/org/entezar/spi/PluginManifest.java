package org.entezar.spi;

import java.util.Map;

/**
 * Who a plugin is.
 *
 * @param id stable, small Latin letters, digits and hyphens, such as {@code hotel}
 * @param version semantic version of the plugin
 * @param spi the {@link IndustryPlugin#SPI_VERSION} that it was built for
 * @param name language tag to the name that people see
 * @param description language tag to one sentence on what it brings
 */
public record PluginManifest(
        String id, String version, int spi, Map<String, String> name, Map<String, String> description) {

    public PluginManifest {
        name = Map.copyOf(name);
        description = Map.copyOf(description);
    }
}
