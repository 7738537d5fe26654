package org.entezar.console.people;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.entezar.console.Notices;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.identity.CurrentCaller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Violation;
import org.entezar.workspace.Admission;
import org.entezar.workspace.InvitedTo;
import org.entezar.workspace.NewAccount;

/**
 * The page behind the link of an invitation: shows what it leads to, and lets in whoever is signed in or makes an
 * account. A link that opens nothing is a 404 like any other address that is not there. In views: {@code joinForm}.
 */
@Named("joinForm")
@RequestScoped
public class JoinForm {

    @Inject
    Admission admission;

    @Inject
    CurrentCaller current;

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

    @SuppressWarnings("NullAway.Init")
    private InvitedTo invited;

    private String ticket = "";
    private final Map<String, String> errors = new HashMap<>();

    @PostConstruct
    void begin() {
        ticket = place.parameter("ticket");
        invited = admission.look(ticket);
    }

    /** Before the page is drawn: does what its form asks for, and goes on to the workspace. */
    public void answer() throws IOException {
        if (!request.getMethod().equals("POST")) {
            return;
        }
        try {
            if (visitor.isSignedIn()) {
                String alias = admission.accept(visitor.getCaller(), ticket);
                current.renewed();
                notices.done(text.of("people.welcome", getName()));
                redirect("/w/" + alias);
            } else {
                String alias = admission.accept(
                        new NewAccount(
                                field("given-name"),
                                field("family-name"),
                                field("new-password"),
                                visitor.getLanguage()),
                        ticket);
                redirect("/sign-in?return=" + URLEncoder.encode("/w/" + alias, StandardCharsets.UTF_8));
            }
        } catch (Problem problem) {
            refuse(problem);
        }
    }

    private void refuse(Problem problem) {
        if (problem.code() == ErrorCode.NOT_FOUND) {
            throw problem;
        }
        switch (problem.code()) {
            case ALREADY_EXISTS ->
                errors.put("", text.of("people.accountThere", invited.email().value()));
            case WEAK_PASSWORD -> errors.put("password", text.problem(problem));
            default -> {
                if (problem.violations().isEmpty()) {
                    errors.put("", text.problem(problem));
                }
            }
        }
        for (Violation violation : problem.violations()) {
            errors.putIfAbsent(violation.pointer().substring(1), text.violation(violation));
        }
    }

    private static void redirect(String address) throws IOException {
        FacesContext.getCurrentInstance().getExternalContext().redirect(address);
    }

    public InvitedTo getInvited() {
        return invited;
    }

    /** The workspace's name in the visitor's language. */
    public String getName() {
        return invited.name().best(visitor.getTag(), invited.language());
    }

    /** Where this page is, for its forms. */
    public String getHere() {
        return "/join/" + ticket;
    }

    /** The sign-in that comes back here. */
    public String getSignIn() {
        return "/sign-in?return=" + URLEncoder.encode(getHere(), StandardCharsets.UTF_8);
    }

    /** What was typed into a field, passwords left out. */
    public String typed(String name) {
        return name.contains("password") ? "" : field(name);
    }

    private String field(String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    /** The fault of a field; the empty name is the form's own. */
    public String error(String name) {
        return errors.getOrDefault(name, "");
    }
}
