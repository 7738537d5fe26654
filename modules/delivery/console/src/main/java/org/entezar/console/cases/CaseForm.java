package org.entezar.console.cases;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.entezar.console.Notices;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.relationship.CaseChange;
import org.entezar.relationship.CaseId;
import org.entezar.relationship.CaseState;
import org.entezar.relationship.CaseStep;
import org.entezar.relationship.Cases;

/**
 * What can be done about a case on its page. What people write goes to and fro in forms and never in an address, where
 * logs would keep it. In views: {@code caseForm}.
 */
@Named
@RequestScoped
public class CaseForm {

    private interface Deed {
        void run();
    }

    @Inject
    Cases cases;

    @Inject
    CaseView view;

    @Inject
    CaseFields fields;

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

    private String note = "";
    private String outcome = "";
    private String reason = "";
    private String error = "";

    @PostConstruct
    void begin() {
        fields.begin(view.getOne());
    }

    public CaseFields getFields() {
        return fields;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    public String getOutcome() {
        return outcome;
    }

    public void setOutcome(String outcome) {
        this.outcome = outcome;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    /** What was refused last; empty when nothing was. */
    public String getError() {
        return error;
    }

    /** The state that the visitor saw when the form was filled in. */
    private String seen() {
        return Optional.ofNullable(request.getParameter("revision"))
                .filter(sent -> sent.matches("\\d{1,9}"))
                .orElseGet(() -> view.getOne().etag());
    }

    public void add() throws IOException {
        attempt("cases.noted", () -> cases.note(visitor.getCaller(), place.getWorkspaceId(), id(), note));
    }

    /** Changes severity, category, assignee and due day together. */
    public void change() throws IOException {
        var due = fields.due();
        if (fields.hasFaults()) {
            error = fields.error("due");
            return;
        }
        attempt(
                "frame.saved",
                () -> cases.change(
                        visitor.getCaller(),
                        place.getWorkspaceId(),
                        id(),
                        new CaseChange(fields.severity(), fields.category(), fields.assignee(), due),
                        seen()));
    }

    public void begun() throws IOException {
        step("cases.begun", CaseStep.to(CaseState.IN_PROGRESS));
    }

    public void resolve() throws IOException {
        step("cases.resolved", CaseStep.resolved(outcome));
    }

    public void close() throws IOException {
        step("cases.closed", CaseStep.to(CaseState.CLOSED));
    }

    public void reopen() throws IOException {
        step("cases.reopened", CaseStep.to(CaseState.OPEN));
    }

    private void step(String said, CaseStep step) throws IOException {
        attempt(said, () -> cases.progress(visitor.getCaller(), place.getWorkspaceId(), id(), step, seen()));
    }

    public void erase() throws IOException {
        attempt("cases.erased", () -> cases.erase(visitor.getCaller(), place.getWorkspaceId(), id(), reason));
    }

    private CaseId id() {
        return view.getOne().id();
    }

    /** Does it and shows the case anew; what is refused is said there, and what was typed stays. */
    private void attempt(String said, Deed deed) throws IOException {
        try {
            deed.run();
            notices.done(text.get(said));
            FacesContext.getCurrentInstance().getExternalContext().redirect(place.to(CasePages.HERE, id()));
        } catch (Problem problem) {
            error = problem.code() == ErrorCode.STALE
                    ? text.get("cases.stale")
                    : problem.violations().isEmpty()
                            ? text.problem(problem)
                            : text.violation(problem.violations().get(0));
        }
    }
}
