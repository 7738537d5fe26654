package org.entezar.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.ZoneId;
import java.util.List;
import org.entezar.workspace.Workspace;
import org.entezar.workspace.Workspaces;
import org.jspecify.annotations.Nullable;

/** The workspace of the page with its settings, read once a request when something asks. In views: {@code workspace}. */
@Named("workspace")
@RequestScoped
public class CurrentWorkspace {

    @Inject
    Workspaces workspaces;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    private @Nullable Workspace settings;

    /** The settings as they are now. */
    public Workspace getSettings() {
        if (settings == null) {
            settings = workspaces.get(visitor.getCaller(), place.getWorkspaceId());
        }
        return settings;
    }

    /** Its name in the visitor's language, else in its own first one. */
    public String getName() {
        return getSettings().name().best(visitor.getTag(), getSettings().defaultLanguage());
    }

    /** BCP 47 tags, the default first. */
    public List<String> getLanguages() {
        return getSettings().languages();
    }

    public ZoneId getZone() {
        return ZoneId.of(getSettings().timeZone());
    }
}
