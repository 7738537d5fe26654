package org.entezar.api.operator;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.entezar.spi.PluginManifest;
import org.entezar.workspace.WithdrawnPlugin;

/**
 * An installed plugin.
 *
 * @param id its id
 * @param name for people, by language
 * @param description for people, by language
 * @param approved whether workspaces may use it
 * @param withdrawnAt since when they may not
 * @param withdrawnBy name of the operator
 * @param reason why, as the operator said
 */
record PluginLine(
        String id,
        Map<String, String> name,
        Map<String, String> description,
        boolean approved,
        Optional<Instant> withdrawnAt,
        Optional<String> withdrawnBy,
        Optional<String> reason) {

    static PluginLine of(PluginManifest manifest, Optional<WithdrawnPlugin> withdrawn) {
        return new PluginLine(
                manifest.id(),
                manifest.name(),
                manifest.description(),
                withdrawn.isEmpty(),
                withdrawn.map(WithdrawnPlugin::withdrawnAt),
                withdrawn.map(WithdrawnPlugin::withdrawnBy),
                withdrawn.map(WithdrawnPlugin::reason));
    }
}
