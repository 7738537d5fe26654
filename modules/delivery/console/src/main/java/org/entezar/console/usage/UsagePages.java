package org.entezar.console.usage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.entezar.console.Area;
import org.entezar.console.Page;
import org.entezar.console.PageSource;
import org.entezar.kernel.Permission;

/** Brings the page of quotas. */
@ApplicationScoped
public class UsagePages implements PageSource {

    @Override
    public List<Page> pages() {
        return List.of(new Page(
                "settings/usage", "/console/usage/usage.xhtml", Permission.WORKSPACE_CONFIGURE, Area.SETTINGS));
    }
}
