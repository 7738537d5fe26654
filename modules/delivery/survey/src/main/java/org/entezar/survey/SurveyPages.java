package org.entezar.survey;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import org.entezar.collection.OpenSurvey;
import org.entezar.collection.PublicLinks;
import org.entezar.collection.Responses;
import org.entezar.collection.Visits;
import org.entezar.kernel.Uuids;
import org.entezar.kernel.WorkspaceId;
import org.entezar.survey.internal.Looks;
import org.entezar.survey.internal.Messages;
import org.entezar.survey.internal.Questions;
import org.entezar.survey.internal.StyleSheet;
import org.entezar.survey.internal.Zones;
import org.entezar.workspace.Brands;
import org.entezar.workspace.Turnstile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pages behind a campaign's public link. Nothing is kept between two requests: what a page needs to know of the
 * pages before it, it carries along, sealed.
 */
public final class SurveyPages {

    private static final Logger LOG = LoggerFactory.getLogger(SurveyPages.class);

    private static final int LONGEST_TOKEN = 64;

    private final PublicLinks links;
    private final Turnstile turnstile;
    private final StyleSheet styles = new StyleSheet();
    private final Looks looks;
    private final Messages messages;
    private final Questions questions;

    /**
     * @param visits told how far people come
     * @param key seals pages; see {@link PageKey}
     * @param brands how the workspaces look
     * @param zones the time zone in which a workspace's times are told
     * @param turnstile bounds what one link and one workspace take of the server
     */
    public SurveyPages(
            PublicLinks links,
            Responses responses,
            Visits visits,
            Uuids ids,
            byte[] key,
            Brands brands,
            Function<WorkspaceId, ZoneId> zones,
            Turnstile turnstile,
            Clock clock) {
        this.links = links;
        this.turnstile = turnstile;
        this.looks = new Looks(styles, brands::shown, brands::shownLogo);
        this.messages = new Messages(looks, new Zones(zones), clock);
        this.questions = new Questions(responses, visits, ids, key, looks, messages, turnstile);
    }

    /** Answers a request under {@code /s/}; whatever goes wrong is answered with a page that says so. */
    public PageAnswer answer(PageRequest request) {
        try {
            if (request.path().equals(styles.path())) {
                return messages.file("text/css; charset=utf-8", styles.bytes(request.gzip()), request.gzip());
            }
            Optional<String> branded = Looks.link(request.path());
            if (branded.isPresent()) {
                return file(request, branded.get());
            }
            Optional<OpenSurvey> survey =
                    request.path().length() > LONGEST_TOKEN ? Optional.empty() : links.find(request.path());
            if (survey.isEmpty()) {
                return messages.unknown(request);
            }
            if (turnstile.isClosed(survey.get().workspace())) {
                return messages.suspended(request, survey.get());
            }
            return switch (survey.get().campaign().state()) {
                case OPEN -> questions.answer(request, survey.get());
                case SCHEDULED -> messages.early(request, survey.get());
                case PAUSED -> messages.paused(request, survey.get());
                case CLOSED -> messages.closed(request, survey.get());
            };
        } catch (IOException brokenOff) {
            LOG.debug("A form was not sent to its end", brokenOff);
            return messages.failed(request);
        } catch (RuntimeException failure) {
            LOG.error("A survey page failed", failure);
            return messages.failed(request);
        }
    }

    private PageAnswer file(PageRequest request, String link) {
        Optional<OpenSurvey> survey = link.length() > LONGEST_TOKEN ? Optional.empty() : links.find(link);
        return survey.flatMap(found -> looks.file(request, found.workspace()))
                .map(file -> messages.file(file.type(), file.bytes(), file.packed()))
                .orElseGet(() -> messages.unknown(request));
    }
}
