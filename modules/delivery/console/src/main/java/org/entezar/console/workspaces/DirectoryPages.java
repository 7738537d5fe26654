package org.entezar.console.workspaces;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.entezar.console.OpenPage;
import org.entezar.console.Page;
import org.entezar.console.PageSource;

/** Where operators see whether the identity provider and the directory of workspaces tell the same. */
@ApplicationScoped
public class DirectoryPages implements PageSource {

    @Override
    public List<Page> pages() {
        return List.of();
    }

    @Override
    public List<OpenPage> openPages() {
        return List.of(new OpenPage("workspaces/directory", "/console/workspaces/directory.xhtml"));
    }
}
