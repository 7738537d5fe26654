package org.entezar.spi;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The know-how of one trade, installed by the operator as a jar and switched on workspace by workspace. Found by
 * {@link java.util.ServiceLoader}. Everything but {@link #manifest()} has a default, so a plugin says only what its
 * trade is particular in, and new capabilities never break an old plugin.
 *
 * <p>Implementations are stateless and safe for use by many threads.
 */
public interface IndustryPlugin {

    /** The version of this interface's contract; a manifest names the one it was built for. */
    int SPI_VERSION = 1;

    /** Who the plugin is. */
    PluginManifest manifest();

    /**
     * The trade's words for the product's: a term such as {@code customer} or {@code encounter} to language tag to
     * word. Terms that are left out keep the product's word.
     */
    default Map<String, Map<String, String>> vocabulary() {
        return Map.of();
    }

    /** Template packs that the plugin brings. They enter by the same door as those of industry partners. */
    default List<PackEntries> packs() {
        return List.of();
    }

    /** What the demo's simulated customers of this trade are like; empty when the trade has no demo. */
    default Optional<DemoScenario> demo() {
        return Optional.empty();
    }
}
