package org.entezar.console.people;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.entezar.console.Area;
import org.entezar.console.OpenPage;
import org.entezar.console.Page;
import org.entezar.console.PageSource;
import org.entezar.kernel.Permission;

/** Where the people are. */
@ApplicationScoped
public class PeoplePages implements PageSource {

    @Override
    public List<Page> pages() {
        return List.of(
                page("people", "list", Permission.MEMBER_READ),
                page("people/roles", "roles", Permission.MEMBER_READ),
                page("people/invite", "invite", Permission.MEMBER_EDIT),
                page("people/members/{member}", "member", Permission.MEMBER_EDIT),
                page("people/clients", "clients", Permission.MEMBER_READ),
                page("people/mail", "mail", Permission.MEMBER_EDIT),
                page("people/mail/{mail}", "letter", Permission.MEMBER_EDIT));
    }

    private static Page page(String path, String view, Permission permission) {
        return new Page(path, "/console/people/" + view + ".xhtml", permission, Area.PEOPLE);
    }

    @Override
    public List<OpenPage> openPages() {
        return List.of(new OpenPage("join/{ticket}", "/console/people/join.xhtml"));
    }
}
