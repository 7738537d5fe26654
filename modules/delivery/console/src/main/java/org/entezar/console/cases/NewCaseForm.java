package org.entezar.console.cases;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.entezar.collection.ResponseId;
import org.entezar.console.Notices;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.Problem;
import org.entezar.relationship.CaseKind;
import org.entezar.relationship.Cases;
import org.entezar.relationship.NewCase;
import org.entezar.relationship.ServiceCase;

/** The form that opens a case, by itself or from a response. In views: {@code newCase}. */
@Named("newCase")
@RequestScoped
public class NewCaseForm {

    @Inject
    Cases cases;

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

    private String title = "";
    private Optional<ResponseId> response = Optional.empty();
    private CaseKind kind = CaseKind.COMPLAINT;

    @PostConstruct
    void begin() {
        response =
                response(Optional.ofNullable(request.getParameter("response")).orElse(""));
        if (CaseKind.RECOVERY.name().equals(request.getParameter("kind"))) {
            kind = CaseKind.RECOVERY;
        }
    }

    private static Optional<ResponseId> response(String id) {
        try {
            return id.isBlank() ? Optional.empty() : Optional.of(ResponseId.parse(id.strip()));
        } catch (Problem malformed) {
            return Optional.empty();
        }
    }

    public CaseFields getFields() {
        return fields;
    }

    /** The response that it comes from; empty for none. */
    public String getResponse() {
        return response.map(ResponseId::toString).orElse("");
    }

    public List<CaseKind> getKinds() {
        return List.of(CaseKind.values());
    }

    public boolean isChosen(CaseKind one) {
        return one == kind;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    /** Opens it and goes to it; stays with the faults otherwise. */
    public void open() throws IOException {
        var due = fields.due();
        if (fields.hasFaults()) {
            return;
        }
        try {
            ServiceCase made = cases.open(
                    visitor.getCaller(),
                    place.getWorkspaceId(),
                    new NewCase(kind, fields.severity(), fields.category(), response, title, fields.assignee(), due));
            notices.done(text.get("cases.opened"));
            FacesContext.getCurrentInstance().getExternalContext().redirect(place.to(CasePages.HERE, made.id()));
        } catch (Problem problem) {
            fields.refuse(problem);
        }
    }
}
