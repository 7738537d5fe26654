package org.entezar.console.questionnaires;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.entezar.console.Exchange;
import org.entezar.console.Place;
import org.entezar.console.Visitor;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.questionnaire.Questionnaires;

/** Tells windows of the editor of each other, and that somebody saved in the meantime. */
@ApplicationScoped
class PresenceActions {

    /** Somebody else at the editor: who, and what they have selected. */
    private record Other(String name, String item) {}

    private record Told(List<Other> others, String etag) {}

    @Inject
    EditorsPresent present;

    @Inject
    Questionnaires questionnaires;

    @Inject
    Visitor visitor;

    void servePresence(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String key = place.parameter("questionnaire");
        String tab = word(request, "tab");
        if (tab.isEmpty()) {
            throw new Problem(ErrorCode.REQUIRED);
        }
        // Asked first, so that nobody is noted where there is nothing to be present at.
        String etag = questionnaires.etag(visitor.getCaller(), place.getWorkspaceId(), key);
        if (!word(request, "leaves").isEmpty()) {
            present.leave(place.getWorkspaceId(), key, tab);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        Exchange.write(
                response,
                new Told(
                        present
                                .note(place.getWorkspaceId(), key, tab, visitor.getName(), word(request, "item"))
                                .stream()
                                .map(each -> new Other(each.name(), each.item()))
                                .toList(),
                        etag));
    }

    /** A parameter of the kind that keys are; anything else counts as none. */
    private static String word(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name))
                .filter(value -> value.matches("[A-Za-z0-9_-]{1,64}"))
                .orElse("");
    }
}
