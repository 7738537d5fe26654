package org.entezar.console.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.entezar.console.Action;
import org.entezar.console.Area;
import org.entezar.console.Page;
import org.entezar.console.PageSource;
import org.entezar.kernel.Permission;

/** Where the settings are. */
@ApplicationScoped
public class SettingsPages implements PageSource {

    @Inject
    BrandActions look;

    @Override
    public List<Page> pages() {
        return List.of(page("settings", "workspace"), page(BrandActions.HERE, "look"));
    }

    private static Page page(String path, String view) {
        return new Page(path, "/console/settings/" + view + ".xhtml", Permission.WORKSPACE_CONFIGURE, Area.SETTINGS);
    }

    @Override
    public List<Action> actions() {
        return List.of(
                new Action(
                        "settings/look/colours", Set.of("GET", "POST"), Permission.WORKSPACE_CONFIGURE, look::colours),
                new Action("settings/look/logo", Set.of("GET", "POST"), Permission.WORKSPACE_READ, look::logo),
                new Action("settings/look/sample.css", Set.of("GET"), Permission.WORKSPACE_READ, look::sheet));
    }
}
