package org.entezar.console.operator;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.entezar.collection.Usage;
import org.entezar.collection.Usages;
import org.entezar.console.Format;
import org.entezar.console.Notices;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Violation;
import org.entezar.platform.tenancy.Quota;
import org.entezar.workspace.BreakGlass;
import org.entezar.workspace.Standing;
import org.entezar.workspace.WorkspaceDirectory;

/** One workspace as an operator has it before them. In views: {@code operatorWorkspace}. */
@Named("operatorWorkspace")
@RequestScoped
public class OperatorWorkspaceForm {

    private interface Deed {
        void act(Caller operator, String alias);
    }

    @Inject
    WorkspaceDirectory directory;

    @Inject
    BreakGlass breakGlass;

    @Inject
    Usages usages;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    @Inject
    Notices notices;

    @Inject
    Text text;

    @Inject
    Format format;

    @Inject
    HttpServletRequest request;

    @SuppressWarnings("NullAway.Init")
    private Standing standing;

    private String reason = "";

    @PostConstruct
    void begin() {
        standing = directory.get(visitor.getCaller(), place.parameter("workspace"));
    }

    public Standing getStanding() {
        return standing;
    }

    public List<Usage.Line> getUsage() {
        return usages.forOperator(visitor.getCaller(), standing.id()).quotas();
    }

    /** What stands in the field of a quota: what was typed, else what was set for this workspace alone. */
    public String own(Quota quota) {
        String typed = request.getParameter(quota.name());
        if (typed != null) {
            return typed;
        }
        Long own = standing.own().get(quota);
        return own == null ? "" : format.typed(own);
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public void suspend() throws IOException {
        act("operator.suspendedNow", (operator, alias) -> directory.suspend(operator, alias, reason));
    }

    public void resume() throws IOException {
        act("operator.resumedNow", directory::resume);
    }

    public void ask() throws IOException {
        act("operator.askedNow", (operator, alias) -> breakGlass.ask(operator, alias, reason));
    }

    /** Takes the fields that are filled in; empty ones have the default. */
    public void allow() throws IOException {
        act("operator.allowedNow", (operator, alias) -> directory.setQuotas(operator, alias, typed()));
    }

    private Map<Quota, Long> typed() {
        Map<Quota, Long> own = new EnumMap<>(Quota.class);
        for (Quota quota : Quota.values()) {
            String typed = request.getParameter(quota.name());
            if (typed != null && !typed.isBlank()) {
                own.put(quota, number(quota, typed.strip()));
            }
        }
        return own;
    }

    private static long number(Quota quota, String typed) {
        try {
            return Long.parseLong(typed);
        } catch (NumberFormatException noNumber) {
            throw new Problem(List.of(Violation.at("/quotas/" + quota, ErrorCode.WRONG_TYPE, "1, 2, 3 …")));
        }
    }

    private void act(String said, Deed deed) throws IOException {
        try {
            deed.act(visitor.getCaller(), standing.alias());
            notices.done(text.of(said, standing.alias()));
        } catch (Problem problem) {
            notices.failed(
                    problem.violations().isEmpty()
                            ? text.problem(problem)
                            : text.violation(problem.violations().get(0)));
        }
        FacesContext.getCurrentInstance().getExternalContext().redirect("/operator/workspaces/" + standing.alias());
    }
}
