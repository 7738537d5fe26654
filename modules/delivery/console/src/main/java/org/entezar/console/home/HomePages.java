package org.entezar.console.home;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.entezar.console.Area;
import org.entezar.console.Page;
import org.entezar.console.PageSource;
import org.entezar.kernel.Permission;

/** Where a workspace begins. */
@ApplicationScoped
public class HomePages implements PageSource {

    @Override
    public List<Page> pages() {
        return List.of(new Page("", "/console/home/home.xhtml", Permission.WORKSPACE_READ, Area.HOME));
    }
}
