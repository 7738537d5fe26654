package org.entezar.workspace.internal;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.entezar.kernel.LocalizedText;
import org.entezar.workspace.NewWorkspace;
import org.entezar.workspace.Workspace;
import org.entezar.workspace.WorkspaceCalendar;
import org.entezar.workspace.WorkspaceSettings;
import org.jspecify.annotations.Nullable;

/** A workspace's settings as they are stored and as history shows them. */
public record Settings(
        LocalizedText name,
        List<String> languages,
        String timeZone,
        int minimumGroup,
        Set<String> plugins,
        @Nullable String calendar) {

    public Settings {
        languages = List.copyOf(languages);
        // Sorted, so that the same settings are always the same document.
        plugins = new TreeSet<>(plugins);
    }

    /** The calendar; settings from before there was a choice have none. */
    public WorkspaceCalendar chosenCalendar() {
        return calendar == null
                ? WorkspaceCalendar.READER
                : WorkspaceCalendar.of(calendar).orElse(WorkspaceCalendar.READER);
    }

    public static Settings of(NewWorkspace workspace) {
        return new Settings(
                workspace.name(),
                workspace.languages(),
                workspace.timeZone(),
                Workspace.DEFAULT_MINIMUM_GROUP,
                workspace.plugins(),
                null);
    }

    /** These settings with what the change names changed. */
    public Settings with(WorkspaceSettings change) {
        return new Settings(
                change.name().orElse(name),
                change.languages().orElse(languages),
                change.timeZone().orElse(timeZone),
                change.minimumGroup().orElse(minimumGroup),
                change.plugins().orElse(plugins),
                change.calendar().orElse(calendar));
    }
}
