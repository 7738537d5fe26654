package org.entezar.console.people;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.entezar.console.Notices;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.Directory.Member;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.workspace.Members;
import org.entezar.workspace.OwnRole;
import org.entezar.workspace.OwnRoles;

/** One member: roles, suspension, removal. In views: {@code memberForm}. */
@Named("memberForm")
@RequestScoped
public class MemberForm {

    private interface Deed {
        void act(String subject);
    }

    @Inject
    Members members;

    @Inject
    PeopleList people;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    @Inject
    Notices notices;

    @Inject
    MemberAccess access;

    @Inject
    OwnRoles ownRoles;

    @Inject
    OwnRoleList own;

    @Inject
    Text text;

    @Inject
    HttpServletRequest request;

    @SuppressWarnings("NullAway.Init")
    private Member member;

    private Map<String, Set<Role>> suspended = Map.of();

    @PostConstruct
    void begin() {
        member = members.get(visitor.getCaller(), place.getWorkspaceId(), place.parameter("member"));
        suspended = members.suspended(visitor.getCaller(), place.getWorkspaceId());
    }

    public Member getMember() {
        return member;
    }

    public boolean isSuspended() {
        return suspended.containsKey(member.subject());
    }

    public boolean isSelf() {
        return member.subject().equals(visitor.getCaller().subject());
    }

    public boolean isMaySuspend() {
        return member.roles().stream().allMatch(people::mayTouch);
    }

    public List<Role> getRoles() {
        return List.of(Role.values());
    }

    public boolean has(Role role) {
        return suspended.getOrDefault(member.subject(), member.roles()).contains(role);
    }

    public boolean mayTouch(Role role) {
        return people.mayTouch(role);
    }

    /** Sets the roles that are ticked; what the visitor may not touch stays as it is. */
    public void save() throws IOException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        String[] ticked = request.getParameterValues("role");
        Arrays.stream(ticked == null ? new String[0] : ticked)
                .map(Role::of)
                .flatMap(Optional::stream)
                .forEach(roles::add);
        member.roles().stream().filter(role -> !people.mayTouch(role)).forEach(roles::add);
        act(
                "people.saved",
                false,
                subject -> members.assign(visitor.getCaller(), place.getWorkspaceId(), subject, roles));
    }

    /** Whether an own role can be given to this person and the visitor is somebody who gives them. */
    public boolean isMayHold() {
        return !isSelf() && !isSuspended() && !isBound();
    }

    /** Whether the person is an owner or an auditor, who hold none. */
    public boolean isBound() {
        Set<Role> roles = suspended.getOrDefault(member.subject(), member.roles());
        return roles.contains(Role.OWNER) || roles.contains(Role.AUDITOR);
    }

    public boolean holds(OwnRole role) {
        return own.of(member.subject()).contains(role.key());
    }

    /** Lets the person hold what is ticked; what the visitor may not give stays as it is. */
    public void hold() throws IOException {
        String[] ticked = request.getParameterValues("own-role");
        Set<String> keys = new TreeSet<>(ticked == null ? List.of() : Arrays.asList(ticked));
        own.getAll().stream()
                .filter(role -> !own.isWithin(role) && holds(role))
                .map(OwnRole::key)
                .forEach(keys::add);
        act(
                "people.saved",
                false,
                subject -> ownRoles.hold(visitor.getCaller(), place.getWorkspaceId(), subject, List.copyOf(keys)));
    }

    public void suspend() throws IOException {
        access.suspend(member);
        again();
    }

    public void resume() throws IOException {
        access.resume(member);
        again();
    }

    public void remove() throws IOException {
        act("people.removed", true, subject -> members.remove(visitor.getCaller(), place.getWorkspaceId(), subject));
    }

    private void act(String said, boolean gone, Deed deed) throws IOException {
        boolean done = false;
        try {
            deed.act(member.subject());
            notices.done(text.of(said, member.displayName()));
            done = true;
        } catch (Problem problem) {
            notices.failed(text.problem(problem));
        }
        go(done && gone ? place.to("people") : place.getHere());
    }

    private void again() throws IOException {
        go(place.getHere());
    }

    private static void go(String address) throws IOException {
        FacesContext.getCurrentInstance().getExternalContext().redirect(address);
    }
}
