package org.entezar.console.settings;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.entezar.console.Area;
import org.entezar.console.Page;
import org.entezar.console.PageSource;
import org.entezar.kernel.Permission;

/** Where the settings are. */
@ApplicationScoped
public class SettingsPages implements PageSource {

    @Override
    public List<Page> pages() {
        return List.of(new Page(
                "settings", "/console/settings/workspace.xhtml", Permission.WORKSPACE_CONFIGURE, Area.SETTINGS));
    }
}
