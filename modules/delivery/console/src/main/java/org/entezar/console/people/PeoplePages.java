package org.entezar.console.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.entezar.console.Action;
import org.entezar.console.Area;
import org.entezar.console.Doing;
import org.entezar.console.OpenPage;
import org.entezar.console.Page;
import org.entezar.console.PageSource;
import org.entezar.kernel.Permission;

/** Where the people are. */
@ApplicationScoped
public class PeoplePages implements PageSource {

    @Inject
    MemberAccess access;

    @Inject
    MemberSharing sharing;

    @Override
    public List<Page> pages() {
        return List.of(
                page("people", "list", Permission.MEMBER_READ),
                page("people/roles", "roles", Permission.MEMBER_READ),
                page("people/new-role", "new-role", Permission.MEMBER_EDIT),
                page("people/roles/{role}", "own-role", Permission.MEMBER_EDIT),
                page("people/invite", "invite", Permission.MEMBER_EDIT),
                page("people/members/{member}", "member", Permission.MEMBER_EDIT),
                page("people/clients", "clients", Permission.MEMBER_READ),
                page("people/mail", "mail", Permission.MEMBER_EDIT),
                page("people/mail/{mail}", "letter", Permission.MEMBER_EDIT));
    }

    @Override
    public List<Doing> doings() {
        return List.of(
                new Doing("people.invite", "add", "people/invite", Permission.MEMBER_EDIT),
                new Doing("people.tab.roles", "shield", "people/roles", Permission.MEMBER_READ),
                new Doing("people.ownNew", "add", "people/new-role", Permission.MEMBER_EDIT),
                new Doing("people.tab.clients", "link", "people/clients", Permission.MEMBER_READ),
                new Doing("people.mailTitle", "copy", "people/mail", Permission.MEMBER_EDIT));
    }

    private static Page page(String path, String view, Permission permission) {
        return new Page(path, "/console/people/" + view + ".xhtml", permission, Area.PEOPLE);
    }

    @Override
    public List<Action> actions() {
        return List.of(
                access(MemberAccess.SUSPEND, access -> access.suspend(access.member())),
                access(MemberAccess.RESUME, access -> access.resume(access.member())),
                access(MemberSharing.BACK, access -> sharing.takeBack()));
    }

    private Action access(String path, Consumer<MemberAccess> deed) {
        return new Action(
                "people/members/{member}/" + path,
                Set.of("POST"),
                Permission.MEMBER_EDIT,
                (place, request, response) -> {
                    deed.accept(access);
                    response.sendRedirect(place.to("people/members", place.parameter("member")));
                });
    }

    @Override
    public List<OpenPage> openPages() {
        return List.of(new OpenPage("join/{ticket}", "/console/people/join.xhtml"));
    }
}
