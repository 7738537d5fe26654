package org.entezar.console.commitments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entezar.commitment.Promises;
import org.entezar.commitment.Standards;
import org.entezar.console.Action;
import org.entezar.console.Area;
import org.entezar.console.Doing;
import org.entezar.console.Notices;
import org.entezar.console.Page;
import org.entezar.console.PageSource;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;

/** Where standards and promises are, and how one is withdrawn. */
@ApplicationScoped
public class CommitmentPages implements PageSource {

    @Inject
    Standards standards;

    @Inject
    Promises promises;

    @Inject
    Visitor visitor;

    @Inject
    Notices notices;

    @Inject
    Text text;

    @Override
    public List<Page> pages() {
        return List.of(
                new Page("standards", view("standards"), Permission.COMMITMENT_READ, Area.COMMITMENTS, true),
                page("standards/new", "new-standard", Permission.COMMITMENT_EDIT),
                page("standards/{standard}", "standard", Permission.COMMITMENT_EDIT),
                page("promises", "promises", Permission.COMMITMENT_READ),
                page("promises/new", "new-promise", Permission.COMMITMENT_EDIT),
                page("promises/{promise}", "promise", Permission.COMMITMENT_EDIT));
    }

    private static Page page(String path, String view, Permission permission) {
        return new Page(path, view(view), permission, Area.COMMITMENTS);
    }

    private static String view(String name) {
        return "/console/commitments/" + name + ".xhtml";
    }

    @Override
    public List<Doing> doings() {
        return List.of(
                new Doing("commitments.newStandard", "add", "standards/new", Permission.COMMITMENT_EDIT),
                new Doing("commitments.tab.promises", "commitments", "promises", Permission.COMMITMENT_READ),
                new Doing("commitments.newPromise", "add", "promises/new", Permission.COMMITMENT_EDIT));
    }

    @Override
    public List<Action> actions() {
        return List.of(
                withdrawal(
                        "standards/{standard}",
                        "standards",
                        (place, state, reason) -> standards.withdraw(
                                visitor.getCaller(), place.getWorkspaceId(), StandardForm.id(place), state, reason)),
                withdrawal(
                        "promises/{promise}",
                        "promises",
                        (place, state, reason) -> promises.withdraw(
                                visitor.getCaller(), place.getWorkspaceId(), PromiseForm.id(place), state, reason)));
    }

    private interface Withdrawal {
        Object act(Place place, String state, String reason);
    }

    private Action withdrawal(String one, String all, Withdrawal deed) {
        return new Action(one + "/withdraw", Set.of("POST"), Permission.COMMITMENT_EDIT, (place, request, response) -> {
            withdraw(place, all, request, response, deed);
        });
    }

    private void withdraw(
            Place place, String all, HttpServletRequest request, HttpServletResponse response, Withdrawal deed)
            throws IOException {
        try {
            deed.act(place, given(request, "state"), given(request, "reason"));
            notices.done(text.get("commitments." + all + ".withdrawn"));
            response.sendRedirect(place.to(all));
        } catch (Problem problem) {
            if (problem.code() == ErrorCode.NOT_FOUND) {
                throw problem;
            }
            notices.failed(
                    problem.code() == ErrorCode.MALFORMED_PARAMETER
                            ? text.get("commitments.reasonMissing")
                            : text.problem(problem));
            response.sendRedirect(place.getHere().replaceAll("/withdraw$", ""));
        }
    }

    private static String given(HttpServletRequest request, String name) {
        // The character zero fits into no column.
        return Optional.ofNullable(request.getParameter(name)).orElse("").replace("\u0000", "");
    }
}
