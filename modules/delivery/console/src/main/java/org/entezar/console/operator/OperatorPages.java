package org.entezar.console.operator;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.entezar.console.Area;
import org.entezar.console.OpenPage;
import org.entezar.console.Page;
import org.entezar.console.PageSource;
import org.entezar.kernel.Permission;

/** Brings the operators' area, and the page on which owners answer them. */
@ApplicationScoped
public class OperatorPages implements PageSource {

    @Override
    public List<Page> pages() {
        return List.of(
                new Page("people/operator", "/console/operator/consent.xhtml", Permission.MEMBER_READ, Area.PEOPLE));
    }

    @Override
    public List<OpenPage> openPages() {
        return List.of(
                page("operator", "overview"),
                page("operator/workspaces", "workspaces"),
                page("operator/workspaces/{workspace}", "workspace"),
                page("operator/plugins", "plugins"),
                page("operator/jobs", "jobs"),
                page("operator/access", "access"),
                page("operator/history", "history"));
    }

    private static OpenPage page(String path, String view) {
        return new OpenPage(path, "/console/operator/" + view + ".xhtml", true);
    }
}
