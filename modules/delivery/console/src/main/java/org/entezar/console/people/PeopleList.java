package org.entezar.console.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entezar.collection.CampaignId;
import org.entezar.collection.CampaignSharing;
import org.entezar.console.Notices;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.Directory.Member;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.workspace.DirectoryDifference;
import org.entezar.workspace.DirectoryDrift;
import org.entezar.workspace.MemberInvitation;
import org.entezar.workspace.MemberInvitationId;
import org.entezar.workspace.MemberInvitations;
import org.entezar.workspace.Members;
import org.jspecify.annotations.Nullable;

/** Members and invitations of the workspace. In views: {@code people}. */
@Named("people")
@RequestScoped
public class PeopleList {

    /**
     * A member as a line.
     *
     * @param member as the identity provider knows them
     * @param roles in words; those that come back, while suspended
     * @param suspended whether the access is suspended
     * @param self whether it is the visitor
     * @param shared how many campaigns they see alone, in words; empty for somebody who sees all
     */
    public record Line(Member member, String roles, boolean suspended, boolean self, String shared) {}

    @Inject
    Members members;

    @Inject
    MemberInvitations invitations;

    @Inject
    OwnRoleList ownRoles;

    @Inject
    CampaignSharing sharing;

    @Inject
    DirectoryDrift drift;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    @Inject
    Notices notices;

    @Inject
    Text text;

    private @Nullable List<Line> lines;
    private @Nullable List<MemberInvitation> pending;

    /** All members, by name. */
    public List<Line> getLines() {
        if (lines == null) {
            Map<String, Set<Role>> suspended = members.suspended(visitor.getCaller(), place.getWorkspaceId());
            Map<String, Set<CampaignId>> bound = sharing.all(visitor.getCaller(), place.getWorkspaceId());
            lines = members.recent(visitor.getCaller(), place.getWorkspaceId()).stream()
                    .sorted(Comparator.comparing(member -> member.displayName().toLowerCase(java.util.Locale.ROOT)))
                    .map(member -> new Line(
                            member,
                            words(member, suspended.getOrDefault(member.subject(), member.roles())),
                            suspended.containsKey(member.subject()),
                            member.subject().equals(visitor.getCaller().subject()),
                            shared(member, Optional.ofNullable(bound.get(member.subject())))))
                    .toList();
        }
        return lines;
    }

    /** Owners and administrators see all, whatever they saw before. */
    private String shared(Member member, Optional<Set<CampaignId>> bound) {
        return bound.filter(campaigns ->
                        !member.roles().contains(Role.OWNER) && !member.roles().contains(Role.ADMINISTRATOR))
                .map(campaigns -> text.of("people.sharedOnly", campaigns.size()))
                .orElse("");
    }

    /** Where the identity provider told something else at the latest look. */
    public List<DirectoryDifference> getDifferences() {
        return drift.of(visitor.getCaller(), place.getWorkspaceId());
    }

    /** An own role stands before the built-in one, whose place it takes; an owner's rights it does not touch. */
    private String words(Member member, Set<Role> roles) {
        String own = ownRoles.names(member.subject());
        return own.isEmpty() || roles.contains(Role.OWNER)
                ? words(roles)
                : text.of("people.inPlaceOf", own, roles.isEmpty() ? text.get("people.noRoles") : words(roles));
    }

    private String words(Set<Role> roles) {
        return roles.stream()
                .sorted()
                .map(role -> text.get("workspaces.role." + role.key()))
                .collect(Collectors.joining(text.get("frame.listSeparator")));
    }

    /** Invitations that were not accepted: the open ones first. */
    public List<MemberInvitation> getPending() {
        if (pending == null) {
            pending = invitations.list(visitor.getCaller(), place.getWorkspaceId()).stream()
                    .filter(invitation -> invitation.state() == MemberInvitation.State.OPEN
                            || invitation.state() == MemberInvitation.State.EXPIRED)
                    .sorted(Comparator.comparing(MemberInvitation::state))
                    .toList();
        }
        return pending;
    }

    /** Whether the visitor may give it and take it. */
    public boolean mayTouch(Role role) {
        return Members.mayTouch(visitor.getCaller(), place.getWorkspaceId(), role);
    }

    /** Sends an invitation again. */
    public void resend(String id) throws IOException {
        try {
            MemberInvitation sent =
                    invitations.resend(visitor.getCaller(), place.getWorkspaceId(), MemberInvitationId.parse(id));
            notices.done(text.of("people.resent", sent.email().value()));
        } catch (Problem problem) {
            notices.failed(text.problem(problem));
        }
        again();
    }

    /** Takes an invitation back. */
    public void revoke(String id) throws IOException {
        try {
            invitations.revoke(visitor.getCaller(), place.getWorkspaceId(), MemberInvitationId.parse(id));
            notices.done(text.get("people.revoked"));
        } catch (Problem problem) {
            notices.failed(text.problem(problem));
        }
        again();
    }

    private void again() throws IOException {
        FacesContext.getCurrentInstance().getExternalContext().redirect(place.to("people"));
    }
}
