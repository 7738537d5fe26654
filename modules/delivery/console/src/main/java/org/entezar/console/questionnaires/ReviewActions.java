package org.entezar.console.questionnaires;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.entezar.console.Exchange;
import org.entezar.console.Format;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.Violation;
import org.entezar.questionnaire.Advice;
import org.entezar.questionnaire.Questionnaire;
import org.entezar.questionnaire.Questionnaires;
import org.entezar.questionnaire.Review;

/** Looks at a draft while it is being written: what is wrong, what keeps it from being published, what is worth a look. */
@ApplicationScoped
class ReviewActions {

    /**
     * One thing that was seen.
     *
     * @param kind name of the advice; the code of the fault
     * @param pointer its place
     * @param language of the text; empty where no text is meant
     * @param message in words
     */
    private record Seen(String kind, String pointer, String language, String message) {}

    /**
     * The whole.
     *
     * @param faults what must be corrected before it can be saved
     * @param obstacles what must be done before it can be published, faults not among them
     * @param advice what is worth a look
     * @param seconds about how long it takes, by language
     */
    private record Told(List<Seen> faults, List<Seen> obstacles, List<Seen> advice, Map<String, Integer> seconds) {}

    @Inject
    Questionnaires questionnaires;

    @Inject
    Visitor visitor;

    @Inject
    Text text;

    @Inject
    Format format;

    void serveReview(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Questionnaire document = Exchange.read(request, Questionnaire.class);
        List<Violation> faults = Questionnaires.faults(document);
        if (!faults.isEmpty()) {
            Exchange.write(
                    response, new Told(faults.stream().map(this::seen).toList(), List.of(), List.of(), Map.of()));
            return;
        }
        Review review = Questionnaires.review(document);
        Exchange.write(
                response,
                new Told(
                        List.of(),
                        questionnaires.obstacles(visitor.getCaller(), place.getWorkspaceId(), document).stream()
                                .map(this::seen)
                                .toList(),
                        review.advice().stream().map(this::seen).toList(),
                        review.seconds()));
    }

    private Seen seen(Violation fault) {
        return new Seen(fault.code().name().toLowerCase(Locale.ROOT), fault.pointer(), "", text.violation(fault));
    }

    private Seen seen(Advice advice) {
        String kind = advice.kind().name().toLowerCase(Locale.ROOT);
        Object[] arguments = Stream.concat(
                        Stream.of(advice.language().map(format::language).orElse("")), advice.arguments().stream())
                .toArray();
        return new Seen(
                kind,
                advice.pointer(),
                advice.language().orElse(""),
                Text.filled(visitor.getLanguage(), "review." + kind, arguments));
    }
}
