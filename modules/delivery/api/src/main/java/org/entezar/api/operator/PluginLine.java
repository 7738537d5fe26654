package org.entezar.api.operator;

import java.util.List;
import java.util.Map;
import org.entezar.kernel.LocalizedText;
import org.entezar.spi.PluginManifest;
import org.entezar.template.Pack;

/**
 * An installed plugin.
 *
 * @param id its id
 * @param name for people, by language
 * @param description for people, by language
 * @param approval whether workspaces may use it
 * @param packs what it brings
 */
record PluginLine(
        String id,
        Map<String, String> name,
        Map<String, String> description,
        ApprovalView approval,
        List<OfferedPack> packs) {

    /**
     * A template pack of the plugin.
     *
     * @param id its id
     * @param version semantic version
     * @param publisher who ships it
     * @param title for people, by language
     * @param digest SHA-256 over its files, hexadecimal
     * @param approval whether workspaces may take it in
     */
    record OfferedPack(
            String id, String version, String publisher, LocalizedText title, String digest, ApprovalView approval) {

        static OfferedPack of(Pack pack, ApprovalView approval) {
            return new OfferedPack(pack.id(), pack.version(), pack.publisher(), pack.title(), pack.digest(), approval);
        }
    }

    static PluginLine of(PluginManifest manifest, ApprovalView approval, List<OfferedPack> packs) {
        return new PluginLine(manifest.id(), manifest.name(), manifest.description(), approval, packs);
    }
}
