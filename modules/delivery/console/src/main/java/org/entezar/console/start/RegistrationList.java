package org.entezar.console.start;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.entezar.console.Notices;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Language;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Uuids;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.mail.MailId;
import org.entezar.platform.mail.MailState;
import org.entezar.platform.mail.Outbox;
import org.entezar.platform.mail.OutboxMail;
import org.entezar.platform.tenancy.Installation;
import org.entezar.workspace.Registration;
import org.entezar.workspace.RegistrationId;
import org.entezar.workspace.Registrations;

/**
 * The operator's view of signing up: who has a link, whose workspace waits, and the mails that went out for that. In
 * views: {@code registrationList}.
 */
@Named("registrationList")
@RequestScoped
public class RegistrationList {

    @Inject
    Registrations registrations;

    @Inject
    Outbox outbox;

    @Inject
    Visitor visitor;

    @Inject
    Notices notices;

    @Inject
    Text text;

    private String email = "";
    private String language = "";
    private String error = "";

    @SuppressWarnings("NullAway.Init")
    private Caller operator;

    /** Only operators see it. */
    @PostConstruct
    void begin() {
        operator = Installation.operating(visitor.getCaller());
        language = visitor.getTag();
    }

    public List<Registration> getAll() {
        return registrations.list(visitor.getCaller());
    }

    /** How registration is set: open, invitation or closed. */
    public String getOpenness() {
        return registrations.openness().name().toLowerCase(Locale.ROOT);
    }

    /** The mails that went out, or did not. */
    public List<OutboxMail> getMails() {
        return outbox.list(operator, WorkspaceId.INSTALLATION);
    }

    public boolean mayRetry(OutboxMail mail) {
        return mail.state() == MailState.FAILED
                && mail.fault().filter(fault -> fault.name().equals("TOO_LATE")).isEmpty();
    }

    public boolean mayDiscard(OutboxMail mail) {
        return mail.state() == MailState.FAILED || mail.state() == MailState.WAITING;
    }

    public List<Language> getLanguages() {
        return List.of(Language.values());
    }

    /** Sends a link and shows the page anew. */
    public void invite() throws IOException {
        try {
            Registration sent = registrations.invite(
                    visitor.getCaller(), email, Language.of(language).orElse(visitor.getLanguage()));
            notices.done(text.of("people.invited", sent.email().value()));
            again();
        } catch (Problem problem) {
            error = problem.code() == ErrorCode.INVALID ? text.get("people.noAddress") : text.problem(problem);
        }
    }

    /** Takes a link back and shows the page anew. */
    public void revoke(String id) throws IOException {
        act(() -> registrations.revoke(visitor.getCaller(), RegistrationId.parse(id)), "people.revoked");
    }

    /** Has a mail tried again and shows the page anew. */
    public void retry(String id) throws IOException {
        act(() -> outbox.retry(operator, WorkspaceId.INSTALLATION, mail(id)), "people.mailRetried");
    }

    /** Gives a mail up and shows the page anew. */
    public void discard(String id) throws IOException {
        act(() -> outbox.discard(operator, WorkspaceId.INSTALLATION, mail(id)), "people.mailDiscarded");
    }

    private void act(Runnable deed, String done) throws IOException {
        try {
            deed.run();
            notices.done(text.get(done));
        } catch (Problem problem) {
            notices.failed(text.problem(problem));
        }
        again();
    }

    private static MailId mail(String id) {
        return new MailId(Uuids.parse(id));
    }

    private static void again() throws IOException {
        FacesContext.getCurrentInstance().getExternalContext().redirect("/workspaces/registrations");
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email.strip();
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String getError() {
        return error;
    }
}
