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
        return List.of(
                new Page("people/sign-in", "/console/account/rule.xhtml", Permission.WORKSPACE_CONFIGURE, Area.PEOPLE));
    }

    @Override
    public List<OpenPage> openPages() {
        return List.of(
                new OpenPage("account", "/console/account/account.xhtml"),
                new OpenPage("account/second-factor", "/console/account/second-factor.xhtml"));
    }
}
