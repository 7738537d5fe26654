package org.entezar.workspace.internal;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Language;
import org.entezar.kernel.Violation;
import org.entezar.workspace.NewWorkspace;
import org.entezar.workspace.WorkspaceCalendar;
import org.entezar.workspace.WorkspaceSettings;

/** What settings must satisfy, whoever sends them. */
public final class SettingsRules {

    private static final int LONGEST_NAME = 200;
    private static final int MOST_LANGUAGES = 20;

    private final Set<String> knownPlugins;

    /** @param knownPlugins ids of the plugins on this installation */
    public SettingsRules(Set<String> knownPlugins) {
        this.knownPlugins = Set.copyOf(knownPlugins);
    }

    /** Faults of a workspace to be created. */
    public List<Violation> faults(NewWorkspace workspace) {
        List<Violation> faults = new ArrayList<>();
        if (!Alias.isAllowed(workspace.alias())) {
            faults.add(Alias.fault(workspace.alias()));
        }
        faults.addAll(faults(Settings.of(workspace)));
        return faults;
    }

    /** Faults of settings as they would be stored. */
    public List<Violation> faults(Settings settings) {
        List<Violation> faults = new ArrayList<>();
        if (settings.name().isEmpty()) {
            faults.add(Violation.at("/name", ErrorCode.REQUIRED));
        }
        faults.addAll(settings.name().faults("/name", LONGEST_NAME));
        languageFaults(settings.languages(), faults);
        if (!ZoneId.getAvailableZoneIds().contains(settings.timeZone())) {
            faults.add(Violation.at("/timeZone", ErrorCode.UNKNOWN_TIME_ZONE, settings.timeZone()));
        }
        if (settings.minimumGroup() < WorkspaceSettings.SMALLEST_GROUP
                || settings.minimumGroup() > WorkspaceSettings.LARGEST_GROUP) {
            faults.add(Violation.at(
                    "/minimumGroup",
                    ErrorCode.OUT_OF_RANGE,
                    WorkspaceSettings.SMALLEST_GROUP,
                    WorkspaceSettings.LARGEST_GROUP));
        }
        if (settings.calendar() != null
                && WorkspaceCalendar.of(settings.calendar()).isEmpty()) {
            faults.add(Violation.at("/calendar", ErrorCode.NOT_AN_OPTION, settings.calendar()));
        }
        settings.plugins().stream()
                .filter(plugin -> !knownPlugins.contains(plugin))
                .map(plugin -> Violation.at("/plugins", ErrorCode.UNKNOWN_KEY, plugin))
                .forEach(faults::add);
        return faults;
    }

    private static void languageFaults(List<String> languages, List<Violation> faults) {
        if (languages.isEmpty()) {
            faults.add(Violation.at("/languages", ErrorCode.REQUIRED));
        }
        if (languages.size() > MOST_LANGUAGES) {
            faults.add(Violation.at("/languages", ErrorCode.TOO_MANY, MOST_LANGUAGES));
            return;
        }
        Set<String> seen = new HashSet<>();
        for (int place = 0; place < languages.size(); place++) {
            String tag = languages.get(place);
            if (!Language.isTag(tag)) {
                faults.add(Violation.at("/languages/" + place, ErrorCode.UNKNOWN_LANGUAGE, tag));
            } else if (!seen.add(tag)) {
                faults.add(Violation.at("/languages/" + place, ErrorCode.DUPLICATE_KEY, tag));
            }
        }
    }
}
