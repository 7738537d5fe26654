package org.entezar.console.start;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.platform.mail.Outbox;
import org.entezar.workspace.Openness;
import org.entezar.workspace.Registrations;

/**
 * The page on which a visitor asks for the link to a workspace of their own. What it says afterwards is the same for
 * every address. In views: {@code signUp}.
 */
@Named("signUp")
@RequestScoped
public class SignUp {

    private static final Pattern ALIAS = Pattern.compile("[a-z0-9-]{3,40}");

    @Inject
    Registrations registrations;

    @Inject
    Outbox outbox;

    @Inject
    Visitor visitor;

    @Inject
    Text text;

    @Inject
    HttpServletRequest request;

    private String sentTo = "";
    private String error = "";

    /** Before the page is drawn: sends the link when the form asks for it. */
    public void answer() {
        if (!request.getMethod().equals("POST") || !isOpen()) {
            return;
        }
        try {
            registrations.ask(getEmail(), visitor.getLanguage(), request.getRemoteAddr());
            sentTo = getEmail();
        } catch (Problem problem) {
            error = problem.code() == ErrorCode.INVALID ? text.get("people.noAddress") : text.problem(problem);
        }
    }

    /** Whether anybody may sign up. */
    public boolean isOpen() {
        return registrations.openness() == Openness.OPEN;
    }

    /** Whether those may whom an operator sends a link. */
    public boolean isByInvitation() {
        return registrations.openness() == Openness.INVITATION;
    }

    /** The address that the link went to; empty before. */
    public String getSentTo() {
        return sentTo;
    }

    /** The alias of a workspace that waits for the identity provider; empty when this page is about none. */
    public String getWaiting() {
        return Optional.ofNullable(request.getParameter("waiting"))
                .filter(alias -> ALIAS.matcher(alias).matches())
                .orElse("");
    }

    /** Whether mails are read on a page here instead of being sent. */
    public boolean isReadable() {
        return outbox.readable();
    }

    public String getEmail() {
        return Optional.ofNullable(request.getParameter("email")).orElse("").strip();
    }

    public String getError() {
        return error;
    }
}
