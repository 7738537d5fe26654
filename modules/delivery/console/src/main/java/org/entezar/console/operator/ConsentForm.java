package org.entezar.console.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.entezar.console.Notices;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.WorkspaceId;
import org.entezar.workspace.BreakGlass;
import org.entezar.workspace.OperatorAccess;
import org.entezar.workspace.OperatorAccessId;

/** Operators who ask to look into the workspace, and what its owners answer. In views: {@code consentForm}. */
@Named("consentForm")
@RequestScoped
public class ConsentForm {

    private interface Deed {
        void act(Caller owner, WorkspaceId workspace, OperatorAccessId id);
    }

    /** A request with where it stands. */
    public record Line(OperatorAccess access, String state) {}

    @Inject
    BreakGlass breakGlass;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    @Inject
    Notices notices;

    @Inject
    Text text;

    @Inject
    Clock clock;

    @Inject
    HttpServletRequest request;

    public List<Line> getLines() {
        return breakGlass.list(visitor.getCaller(), place.getWorkspaceId()).stream()
                .map(access -> new Line(access, access.at(clock.instant()).name()))
                .toList();
    }

    public boolean isOwner() {
        return visitor.getCaller().roles(place.getWorkspaceId()).contains(Role.OWNER);
    }

    public List<Integer> getHours() {
        return List.of(1, 4, 8, 24, 72);
    }

    public void consent(String access) throws IOException {
        String typed = request.getParameter("hours");
        int hours = getHours().stream()
                .filter(offered -> offered.toString().equals(typed))
                .findFirst()
                .orElse(1);
        act("operator.consented", access, (owner, workspace, id) -> breakGlass.consent(owner, workspace, id, hours));
    }

    public void decline(String access) throws IOException {
        act("operator.declined", access, breakGlass::decline);
    }

    public void end(String access) throws IOException {
        act("operator.ended", access, breakGlass::end);
    }

    private void act(String said, String access, Deed deed) throws IOException {
        try {
            deed.act(visitor.getCaller(), place.getWorkspaceId(), OperatorAccessId.parse(access));
            notices.done(text.get(said));
        } catch (Problem problem) {
            notices.failed(text.problem(problem));
        }
        FacesContext.getCurrentInstance().getExternalContext().redirect(place.getHere());
    }
}
