package org.entezar.console.questionnaires;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.entezar.console.Exchange;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.entezar.questionnaire.Draft;
import org.entezar.questionnaire.Questionnaire;
import org.entezar.questionnaire.Questionnaires;
import org.entezar.questionnaire.Version;

/** What the script of the editor asks for: the draft, what publishing would do, and the page as a phone shows it. */
@ApplicationScoped
class DraftActions {

    private record Told(Questionnaire document, String etag, Optional<Integer> publishedVersion) {}

    /** What publishing would change, and what keeps it from happening. */
    private record Publishing(List<Obstacle> obstacles, List<ChangeWords.Line> changes, boolean first) {}

    private record Obstacle(String pointer, String message) {}

    private record Published(int number, String address) {}

    @Inject
    Questionnaires questionnaires;

    @Inject
    Visitor visitor;

    @Inject
    Text text;

    @Inject
    ChangeWords words;

    @Inject
    Instance<PagePreview> previews;

    void serveDraft(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Caller caller = visitor.getCaller();
        WorkspaceId workspace = place.getWorkspaceId();
        String key = place.parameter("questionnaire");
        Draft draft;
        if (request.getMethod().equals("PUT")) {
            Questionnaire document = Exchange.read(request, Questionnaire.class);
            if (!document.key().equals(key)) {
                throw new Problem(ErrorCode.NOT_FOUND, document.key());
            }
            draft = questionnaires.save(caller, workspace, document, Exchange.ifMatch(request));
        } else {
            draft = questionnaires.draft(caller, workspace, key);
        }
        Exchange.write(response, new Told(draft.document(), draft.etag(), draft.publishedVersion()));
    }

    void servePublishing(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Caller caller = visitor.getCaller();
        WorkspaceId workspace = place.getWorkspaceId();
        String key = place.parameter("questionnaire");
        if (request.getMethod().equals("POST")) {
            Version version = questionnaires.publish(caller, workspace, key);
            Exchange.write(
                    response,
                    new Published(
                            version.number(), place.to("questionnaires", key, "versions") + "/" + version.number()));
            return;
        }
        Draft draft = questionnaires.draft(caller, workspace, key);
        Exchange.write(
                response,
                new Publishing(
                        questionnaires.obstacles(caller, workspace, key).stream()
                                .map(fault -> new Obstacle(fault.pointer(), text.violation(fault)))
                                .toList(),
                        words.lines(questionnaires.pending(caller, workspace, key), draft.document()),
                        draft.publishedVersion().isEmpty()));
    }

    void servePreview(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (previews.isUnsatisfied()) {
            throw new Problem(ErrorCode.NOT_FOUND, "preview");
        }
        Questionnaire document = Exchange.read(request, Questionnaire.class);
        Problem.throwIfAny(Questionnaires.faults(document));
        String language = Optional.ofNullable(request.getParameter("language"))
                .filter(document.languages()::contains)
                .orElse(document.languages().get(0));
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(previews.get().draw(document, language, section(request)));
    }

    private static int section(HttpServletRequest request) {
        String asked = request.getParameter("section");
        return asked != null && asked.matches("\\d{1,3}") ? Integer.parseInt(asked) : 0;
    }
}
