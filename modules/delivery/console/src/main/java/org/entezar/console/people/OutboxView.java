package org.entezar.console.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import org.entezar.console.Notices;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Uuids;
import org.entezar.platform.mail.Letter;
import org.entezar.platform.mail.MailId;
import org.entezar.platform.mail.MailState;
import org.entezar.platform.mail.Outbox;
import org.entezar.platform.mail.OutboxMail;
import org.jspecify.annotations.Nullable;

/** The mails of the workspace and, in the demo, what they say. In views: {@code outboxView}. */
@Named("outboxView")
@RequestScoped
public class OutboxView {

    @Inject
    Outbox outbox;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    @Inject
    Notices notices;

    @Inject
    Text text;

    private @Nullable List<OutboxMail> mails;
    private @Nullable Letter letter;

    /** The latest mails, the newest first. */
    public List<OutboxMail> getMails() {
        if (mails == null) {
            mails = outbox.list(visitor.getCaller(), place.getWorkspaceId());
        }
        return mails;
    }

    /** Whether mails leave this installation. */
    public boolean isSending() {
        return outbox.sends();
    }

    /** Whether mails are read here instead of being sent, as in the demo. */
    public boolean isReadable() {
        return outbox.readable();
    }

    public long getFailed() {
        return getMails().stream()
                .filter(mail -> mail.state() == MailState.FAILED)
                .count();
    }

    /** Whether what the mail says can be read here. */
    public boolean mayRead(OutboxMail mail) {
        return mail.state() == MailState.WAITING && outbox.mayRead(visitor.getCaller(), place.getWorkspaceId(), mail);
    }

    /** Whether there is a sense in trying it again. */
    public boolean mayRetry(OutboxMail mail) {
        return mail.state() == MailState.FAILED
                && mail.until().isAfter(mail.createdAt())
                && mail.fault().filter(fault -> fault.name().equals("TOO_LATE")).isEmpty();
    }

    public String badge(MailState state) {
        return switch (state) {
            case SENT -> "good";
            case FAILED -> "bad";
            case WAITING -> "warn";
            case CANCELLED -> "";
        };
    }

    /** What the mail of the address says. */
    public Letter getLetter() {
        if (letter == null) {
            letter = outbox.read(visitor.getCaller(), place.getWorkspaceId(), mailId(place.parameter("mail")));
        }
        return letter;
    }

    /** Whether it can be given up: a mail that nobody should get any more. */
    public boolean mayDiscard(OutboxMail mail) {
        return mail.state() == MailState.FAILED || (mail.state() == MailState.WAITING && isSending());
    }

    /** Has a mail tried again and shows the page anew. */
    public void retry(String id) throws IOException {
        act(() -> outbox.retry(visitor.getCaller(), place.getWorkspaceId(), mailId(id)), "people.mailRetried");
    }

    /** Gives a mail up and shows the page anew. */
    public void discard(String id) throws IOException {
        act(() -> outbox.discard(visitor.getCaller(), place.getWorkspaceId(), mailId(id)), "people.mailDiscarded");
    }

    private void act(Runnable deed, String done) throws IOException {
        try {
            deed.run();
            notices.done(text.get(done));
        } catch (Problem problem) {
            notices.failed(text.problem(problem));
        }
        FacesContext.getCurrentInstance().getExternalContext().redirect(place.to("people/mail"));
    }

    private static MailId mailId(String id) {
        try {
            return new MailId(Uuids.parse(id));
        } catch (Problem malformed) {
            throw new Problem(ErrorCode.NOT_FOUND, id);
        }
    }
}
