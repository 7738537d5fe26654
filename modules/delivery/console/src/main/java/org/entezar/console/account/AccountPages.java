package org.entezar.console.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.entezar.console.Area;
import org.entezar.console.OpenPage;
import org.entezar.console.Page;
import org.entezar.console.PageSource;
import org.entezar.kernel.Permission;

/** The account's pages, which belong to no workspace, and the rule of a workspace. */
@ApplicationScoped
public class AccountPages implements PageSource {

    @Override
    public List<Page> pages() {
        return List.of(page("people/sign-in", "rule"), page("people/sign-in/provider", "provider"));
    }

    private static Page page(String path, String view) {
        return new Page(path, view(view), Permission.WORKSPACE_CONFIGURE, Area.PEOPLE);
    }

    @Override
    public List<OpenPage> openPages() {
        return List.of(
                new OpenPage("account", view("account")),
                new OpenPage("domain/{ticket}", view("domain")),
                new OpenPage("account/second-factor", view("second-factor")));
    }

    private static String view(String name) {
        return "/console/account/" + name + ".xhtml";
    }
}
