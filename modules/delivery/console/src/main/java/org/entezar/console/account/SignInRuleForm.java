package org.entezar.console.account;

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
import org.entezar.kernel.Directory;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.workspace.SignInRules;
import org.jspecify.annotations.Nullable;

/** What the workspace wants of sign-ins. In views: {@code signInRule}. */
@Named("signInRule")
@RequestScoped
public class SignInRuleForm {

    @Inject
    SignInRules rules;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    @Inject
    Notices notices;

    @Inject
    Text text;

    private @Nullable List<Directory.Member> without;

    public boolean isSecondFactor() {
        return rules.secondFactor(visitor.getCaller(), place.getWorkspaceId());
    }

    /** Whether the visitor may change it: owners may. */
    public boolean isMayChange() {
        return visitor.getCaller().roles(place.getWorkspaceId()).contains(Role.OWNER);
    }

    /** Whether the visitor signed in with a second factor, as who demands one must. */
    public boolean isStrong() {
        return visitor.getCaller().signIn().secondFactor();
    }

    /** Members who would be kept out until they set one up. */
    public List<Directory.Member> getWithout() {
        if (without == null) {
            without = rules.without(visitor.getCaller(), place.getWorkspaceId());
        }
        return without;
    }

    /** Sets it and shows the page anew. */
    public void put(boolean secondFactor) throws IOException {
        try {
            rules.put(visitor.getCaller(), place.getWorkspaceId(), secondFactor);
            notices.done(text.get(secondFactor ? "account.ruleOn" : "account.ruleOff"));
        } catch (Problem problem) {
            notices.failed(text.problem(problem));
        }
        FacesContext.getCurrentInstance().getExternalContext().redirect(place.to("people/sign-in"));
    }
}
