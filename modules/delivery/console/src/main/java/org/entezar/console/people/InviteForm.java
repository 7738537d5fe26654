package org.entezar.console.people;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.entezar.console.CurrentWorkspace;
import org.entezar.console.Notices;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Language;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.platform.mail.Outbox;
import org.entezar.workspace.MemberInvitation;
import org.entezar.workspace.MemberInvitations;

/** The form that invites somebody. In views: {@code inviteForm}. */
@Named("inviteForm")
@RequestScoped
public class InviteForm {

    @Inject
    MemberInvitations invitations;

    @Inject
    Outbox outbox;

    @Inject
    PeopleList people;

    @Inject
    CurrentWorkspace workspace;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    @Inject
    Notices notices;

    @Inject
    Text text;

    @Inject
    HttpServletRequest request;

    private String email = "";
    private String role = Role.ANALYST.key();
    private String language = "";
    private String error = "";

    @PostConstruct
    void begin() {
        String chosen = request.getParameter("invite-role");
        if (chosen != null) {
            role = chosen;
        }
        language = Language.of(workspace.getSettings().defaultLanguage())
                .orElse(visitor.getLanguage())
                .tag();
    }

    /** Invites and shows the people; stays with the fault otherwise. */
    public void invite() throws IOException {
        try {
            MemberInvitation invitation = invitations.invite(
                    visitor.getCaller(),
                    place.getWorkspaceId(),
                    email,
                    Role.of(role).orElseThrow(() -> new Problem(ErrorCode.NOT_AN_OPTION, role)),
                    Language.of(language).orElse(visitor.getLanguage()));
            notices.done(text.of("people.invited", invitation.email().value()));
            FacesContext.getCurrentInstance().getExternalContext().redirect(place.to("people"));
        } catch (Problem problem) {
            error = switch (problem.code()) {
                case INVALID -> text.get("people.noAddress");
                case ALREADY_EXISTS -> text.of("people.there", email);
                default -> text.problem(problem);
            };
        }
    }

    /** The roles that the visitor may give. */
    public List<Role> getRoles() {
        return List.of(Role.values()).stream().filter(people::mayTouch).toList();
    }

    public List<Language> getLanguages() {
        return List.of(Language.values());
    }

    /** Whether mails leave this installation. */
    public boolean isSending() {
        return outbox.sends();
    }

    public String getError() {
        return error;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email.strip();
    }

    public String getRole() {
        return role;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }
}
