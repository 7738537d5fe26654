package org.entezar.console.settings;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entezar.console.LanguageNames;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Violation;
import org.entezar.template.IndustryPlugins;
import org.entezar.workspace.Workspaces;

/**
 * The fields that creating and changing a workspace have in common, as they stand in the form: from the request when it
 * was sent, else from what is set. The parts of a form that depend on data are plain HTML, so they are read here.
 */
@Dependent
public class SettingsFields {

    /** A plugin that can be switched on. */
    public record Choice(String id, String name, String description, boolean on) {}

    @Inject
    HttpServletRequest request;

    @Inject
    IndustryPlugins plugins;

    @Inject
    Workspaces workspaces;

    @Inject
    Text text;

    @Inject
    Visitor visitor;

    private LocalizedText name = LocalizedText.EMPTY;
    private List<String> languages = List.of();
    private String timeZone = "";
    private Set<String> switchedOn = Set.of();
    private final Map<String, String> errors = new HashMap<>();

    /** Takes the values of the form that was sent, or those given. */
    public void begin(LocalizedText setName, List<String> setLanguages, String setTimeZone, Set<String> setPlugins) {
        if (request.getParameter("settings-form") == null) {
            name = setName;
            languages = List.copyOf(setLanguages);
            timeZone = setTimeZone;
            switchedOn = Set.copyOf(setPlugins);
            return;
        }
        LinkedHashSet<String> chosen = new LinkedHashSet<>();
        Optional.ofNullable(request.getParameter("default-language"))
                .filter(tag -> !tag.isBlank())
                .ifPresent(chosen::add);
        chosen.addAll(values("language"));
        languages = List.copyOf(chosen);
        Map<String, String> names = new HashMap<>();
        request.getParameterMap().forEach((parameter, values) -> {
            if (parameter.startsWith("name-") && !values[0].isBlank()) {
                names.put(parameter.substring("name-".length()), values[0]);
            }
        });
        name = new LocalizedText(names);
        timeZone = Optional.ofNullable(request.getParameter("time-zone"))
                .map(String::strip)
                .orElse("");
        switchedOn = Set.copyOf(values("plugin"));
    }

    private List<String> values(String parameter) {
        String[] values = request.getParameterValues(parameter);
        return values == null ? List.of() : Arrays.asList(values);
    }

    /** Puts the faults of a refusal to their fields; the rest is said at the top. */
    public void refuse(Problem problem) {
        if (problem.violations().isEmpty()) {
            errors.put("", text.problem(problem));
        }
        for (Violation violation : problem.violations()) {
            String[] parts = violation.pointer().split("/", -1);
            errors.merge(parts.length > 1 ? parts[1] : "", text.violation(violation), (one, other) -> one);
        }
    }

    /** The fault of a field, empty when it has none. */
    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    /** Puts a fault to a field. */
    public void fault(String field, String message) {
        errors.put(field, message);
    }

    public LocalizedText getName() {
        return name;
    }

    /** The name in one language, for its field. */
    public String name(String tag) {
        return name.in(tag).orElse("");
    }

    public List<String> getLanguages() {
        return languages;
    }

    public String getDefaultLanguage() {
        return languages.isEmpty() ? visitor.getTag() : languages.get(0);
    }

    public boolean has(String tag) {
        return languages.contains(tag);
    }

    /** Languages to tick: those of the product, those chosen, and others in use. */
    public List<String> getOffered() {
        LinkedHashSet<String> offered = new LinkedHashSet<>(languages);
        offered.addAll(LanguageNames.OFFERED);
        return List.copyOf(offered);
    }

    /** Those of them that stand open: what is chosen and what the product speaks itself. */
    public List<String> getLikely() {
        return getNameLanguages();
    }

    /** The others. */
    public List<String> getFurther() {
        return getOffered().stream().filter(tag -> !getLikely().contains(tag)).toList();
    }

    /** Languages in which the name can be typed: the product's and those chosen. */
    public List<String> getNameLanguages() {
        LinkedHashSet<String> tags = new LinkedHashSet<>(languages);
        tags.addAll(List.of("en", "fa", "zh-Hans"));
        return List.copyOf(tags);
    }

    public String getTimeZone() {
        return timeZone;
    }

    /** Names of time zones to choose from. */
    public List<String> getTimeZones() {
        List<String> zones = new ArrayList<>(ZoneId.getAvailableZoneIds());
        zones.removeIf(zone -> !zone.contains("/") || zone.startsWith("Etc/") || zone.startsWith("SystemV/"));
        zones.add("UTC");
        zones.sort(null);
        return zones;
    }

    public Set<String> getSwitchedOn() {
        return switchedOn;
    }

    /** The plugins of this installation; those that an operator withdrew only where they are on. */
    public List<Choice> getPlugins() {
        Set<String> withdrawn = workspaces.withdrawnPlugins();
        return plugins.manifests().stream()
                .filter(manifest -> switchedOn.contains(manifest.id()) || !withdrawn.contains(manifest.id()))
                .map(manifest -> new Choice(
                        manifest.id(),
                        text.best(new LocalizedText(manifest.name())),
                        withdrawn.contains(manifest.id())
                                ? text.get("operator.pluginHeld")
                                : text.best(new LocalizedText(manifest.description())),
                        switchedOn.contains(manifest.id())))
                .toList();
    }
}
