package org.entezar.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entezar.kernel.Problem;
import org.entezar.spi.IndustryPlugin;
import org.entezar.spi.PackEntries;
import org.entezar.spi.PluginManifest;
import org.entezar.template.internal.PackReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plugins of this installation. Found once at start; a plugin with a duplicate id, an SPI that this server does not
 * speak or a broken pack is refused with a reason that its author can act on, and the rest starts.
 */
public final class IndustryPlugins {

    /**
     * A plugin that was not taken.
     *
     * @param implementation its class
     * @param reason in English, for the operator's log and page
     */
    public record Refusal(String implementation, String reason) {}

    private static final Logger LOG = LoggerFactory.getLogger(IndustryPlugins.class);
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    private final Map<String, IndustryPlugin> plugins = new LinkedHashMap<>();
    private final Map<String, List<Pack>> packs = new LinkedHashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();

    /** Takes the given plugins in their order. */
    public IndustryPlugins(Iterable<IndustryPlugin> candidates) {
        for (IndustryPlugin candidate : candidates) {
            take(candidate);
        }
    }

    /** All plugins on the class path. */
    public static IndustryPlugins installed(ClassLoader loader) {
        List<IndustryPlugin> found = new ArrayList<>();
        ServiceLoader.load(IndustryPlugin.class, loader).forEach(found::add);
        return new IndustryPlugins(found);
    }

    private void take(IndustryPlugin candidate) {
        try {
            PluginManifest manifest = candidate.manifest();
            if (!ID.matcher(manifest.id()).matches()) {
                refuse(candidate, "its id is not small Latin letters, digits and hyphens: " + manifest.id());
            } else if (plugins.containsKey(manifest.id())) {
                refuse(candidate, "its id is taken by another plugin: " + manifest.id());
            } else if (manifest.spi() != IndustryPlugin.SPI_VERSION) {
                refuse(
                        candidate,
                        "it was built for version " + manifest.spi() + " of the SPI; this server speaks "
                                + IndustryPlugin.SPI_VERSION);
            } else {
                List<Pack> read = new ArrayList<>();
                for (PackEntries entries : candidate.packs()) {
                    read.add(new PackReader().read(entries));
                }
                plugins.put(manifest.id(), candidate);
                packs.put(manifest.id(), List.copyOf(read));
            }
        } catch (Problem broken) {
            refuse(candidate, "a pack that it brings is broken: " + broken.getMessage());
        } catch (RuntimeException broken) {
            refuse(candidate, "it failed at start: " + broken);
        }
    }

    private void refuse(IndustryPlugin candidate, String reason) {
        refusals.add(new Refusal(candidate.getClass().getName(), reason));
        LOG.warn("The plugin {} was refused: {}", candidate.getClass().getName(), reason);
    }

    /** Ids of the plugins that were taken. */
    public Set<String> ids() {
        return Set.copyOf(plugins.keySet());
    }

    public List<PluginManifest> manifests() {
        return plugins.values().stream().map(IndustryPlugin::manifest).toList();
    }

    public List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    public Optional<IndustryPlugin> plugin(String id) {
        return Optional.ofNullable(plugins.get(id));
    }

    /** Ids of the packs of all plugins. */
    public Set<String> packIds() {
        return packs(ids()).stream().map(Pack::id).collect(Collectors.toUnmodifiableSet());
    }

    /** Packs that the given plugins bring. */
    public List<Pack> packs(Set<String> pluginIds) {
        List<Pack> found = new ArrayList<>();
        packs.forEach((id, brought) -> {
            if (pluginIds.contains(id)) {
                found.addAll(brought);
            }
        });
        return found;
    }

    /**
     * The trade's word for one of the product's terms.
     *
     * @param pluginIds plugins that the workspace has switched on; the first that has a word wins
     */
    public Optional<String> word(Set<String> pluginIds, String term, String language) {
        return plugins.entrySet().stream()
                .filter(entry -> pluginIds.contains(entry.getKey()))
                .map(entry -> entry.getValue()
                        .vocabulary()
                        .getOrDefault(term, Map.of())
                        .get(language))
                .filter(word -> word != null)
                .findFirst();
    }
}
