package org.entezar.console.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.entezar.console.Notices;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.Problem;
import org.entezar.kernel.SignIns;
import org.entezar.kernel.SignIns.FactorKind;
import org.entezar.workspace.OwnAccount;
import org.jspecify.annotations.Nullable;

/** The visitor's factors and sessions. In views: {@code account}. */
@Named("account")
@RequestScoped
public class AccountView {

    private static final String SECOND_FACTOR = "/account/second-factor";

    @Inject
    OwnAccount own;

    @Inject
    Visitor visitor;

    @Inject
    Notices notices;

    @Inject
    Text text;

    @Inject
    HttpServletRequest request;

    private @Nullable List<SignIns.Factor> factors;
    private @Nullable List<SignIns.Session> sessions;

    public List<SignIns.Factor> getFactors() {
        if (factors == null) {
            factors = own.factors(visitor.getCaller());
        }
        return factors;
    }

    /** Whether the account has a second factor, used for this sign-in or not. */
    public boolean isProtected() {
        return getFactors().stream().anyMatch(AccountView::isSecond);
    }

    private static boolean isSecond(SignIns.Factor factor) {
        return factor.kind() == FactorKind.APP || factor.kind() == FactorKind.PASSKEY;
    }

    /** Whether a factor can be taken off: passwords are changed instead. */
    public boolean mayRemove(SignIns.Factor factor) {
        return factor.kind() != FactorKind.PASSWORD;
    }

    public List<SignIns.Session> getSessions() {
        if (sessions == null) {
            sessions = own.sessions(visitor.getCaller());
        }
        return sessions;
    }

    /** Whether it is the one that this page is looked at in. */
    public boolean isThis(SignIns.Session session) {
        return session.id().equals(visitor.getCaller().signIn().session());
    }

    /** Whether the visitor signed in with a second factor. */
    public boolean isStrong() {
        return visitor.getCaller().signIn().secondFactor();
    }

    /** Sets out to the sign-in service for something beside signing in, and comes back to this page. */
    public String errand(String name) {
        return to(name, getHere());
    }

    /** Signs in anew and goes on to the workspace that wants it. */
    public String getAgain() {
        return to("again", getWorkspace().isEmpty() ? "/account" : "/w/" + getWorkspace());
    }

    private static String to(String errand, String back) {
        return "/sign-in?errand=" + URLEncoder.encode(errand, StandardCharsets.UTF_8) + "&return="
                + URLEncoder.encode(back, StandardCharsets.UTF_8);
    }

    private String getHere() {
        return getWorkspace().isEmpty() ? "/account" : SECOND_FACTOR + "?workspace=" + getWorkspace();
    }

    /** The alias of the workspace that wants a second factor, when it is one of the visitor's. */
    public String getWorkspace() {
        return Optional.ofNullable(request.getParameter("workspace"))
                .filter(alias -> visitor.getCaller().workspace(alias).isPresent())
                .orElse("");
    }

    /** Ends a session and shows the page anew. */
    public void end(String session) throws IOException {
        try {
            own.end(visitor.getCaller(), session);
            notices.done(text.get("account.ended"));
        } catch (Problem problem) {
            notices.failed(text.problem(problem));
        }
        FacesContext.getCurrentInstance().getExternalContext().redirect("/account");
    }

    /** Ends all sessions; the next page asks to sign in. */
    public void endAll() throws IOException {
        try {
            own.endAll(visitor.getCaller());
            FacesContext.getCurrentInstance().getExternalContext().redirect("/");
        } catch (Problem problem) {
            notices.failed(text.problem(problem));
            FacesContext.getCurrentInstance().getExternalContext().redirect("/account");
        }
    }
}
