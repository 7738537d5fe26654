package org.entezar.survey.internal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entezar.collection.OpenSurvey;
import org.entezar.kernel.Language;
import org.entezar.questionnaire.Questionnaire;
import org.entezar.survey.PageAnswer;
import org.entezar.survey.PageRequest;
import org.entezar.survey.internal.Wording.Moment;
import org.entezar.survey.internal.view.LookView;
import org.entezar.survey.internal.view.MessageView;

/** Answers that say one thing, and the headers that every answer carries. */
public final class Messages {

    /** Where the proof of a response is asked for, by link and id. */
    private static final String RECEIPTS = "/api/v1/receipts/";

    private static final String HTML = "text/html; charset=utf-8";
    private static final int WORTH_PACKING = 1_500;
    private static final String FOR_GOOD = "public, max-age=31536000, immutable";

    private final Templates templates = new Templates();
    private final Looks looks;
    private final Zones zones;
    private final Clock clock;

    public Messages(Looks looks, Zones zones, Clock clock) {
        this.looks = looks;
        this.zones = zones;
        this.clock = clock;
    }

    /** There is nothing behind the address. */
    public PageAnswer unknown(PageRequest request) {
        return say(request, 404, wording(request), looks.plain(), "unknown", Optional.empty());
    }

    /** It opens later. */
    public PageAnswer early(PageRequest request, OpenSurvey survey) {
        Wording wording = wording(request, survey.questionnaire());
        return say(
                request,
                409,
                wording,
                looks.of(request, survey, wording),
                "early",
                when(survey, survey.campaign().opensAt(), wording, "earlyFrom"));
    }

    /** Stopped for a while. */
    public PageAnswer paused(PageRequest request, OpenSurvey survey) {
        Wording wording = wording(request, survey.questionnaire());
        return say(request, 409, wording, looks.of(request, survey, wording), "paused", Optional.empty());
    }

    /** Suspended with its whole workspace. */
    public PageAnswer suspended(PageRequest request, OpenSurvey survey) {
        Wording wording = wording(request, survey.questionnaire());
        return say(request, 423, wording, looks.of(request, survey, wording), "suspended", Optional.empty());
    }

    /** It is over. */
    public PageAnswer closed(PageRequest request, OpenSurvey survey) {
        Wording wording = wording(request, survey.questionnaire());
        // Closed by a person, it may have a closing time that is still to come, which would say nothing.
        Optional<Instant> ended = survey.campaign().closesAt().filter(at -> !at.isAfter(clock.instant()));
        return say(
                request,
                410,
                wording,
                looks.of(request, survey, wording),
                "closed",
                when(survey, ended, wording, "closedSince"));
    }

    private Optional<String> when(OpenSurvey survey, Optional<Instant> at, Wording wording, String key) {
        return at.map(moment -> {
            Moment told = wording.moment(moment, zones.of(survey.workspace()));
            return wording.word(key, told.text(), told.zone());
        });
    }

    /** Our fault. */
    public PageAnswer failed(PageRequest request) {
        return say(request, 500, wording(request), looks.plain(), "failed", Optional.empty());
    }

    PageAnswer tooLarge(PageRequest request, OpenSurvey survey) {
        Wording wording = wording(request, survey.questionnaire());
        return say(request, 413, wording, looks.of(request, survey, wording), "large", Optional.empty());
    }

    PageAnswer thanks(PageRequest request, Wording wording, OpenSurvey survey, UUID response, boolean answeredBefore) {
        List<String> text =
                new ArrayList<>(wording.paragraphs(survey.questionnaire().thanks()));
        if (text.isEmpty()) {
            text.add(wording.word("thanksText"));
        }
        if (answeredBefore) {
            text.add(wording.word("answered"));
        }
        MessageView view = new MessageView(
                wording.tag(),
                wording.direction(),
                wording.word("thanks"),
                text,
                survey.campaign().simulated() ? wording.word("simulated") : "",
                looks.of(request, survey, wording),
                answeredBefore ? Optional.empty() : Optional.of(receipt(wording, request, response)));
        return html(request, 200, templates.message(view));
    }

    private static MessageView.Receipt receipt(Wording wording, PageRequest request, UUID response) {
        return new MessageView.Receipt(
                wording.word("receipt"),
                response.toString(),
                wording.word("receiptLink"),
                RECEIPTS + request.path() + "/" + response);
    }

    private PageAnswer say(
            PageRequest request, int status, Wording wording, LookView look, String key, Optional<String> more) {
        List<String> text = new ArrayList<>();
        more.ifPresent(text::add);
        text.add(wording.word(key + "Text"));
        MessageView view = new MessageView(
                wording.tag(), wording.direction(), wording.word(key), text, "", look, Optional.empty());
        return html(request, status, templates.message(view));
    }

    private static Wording wording(PageRequest request) {
        Language language = Optional.ofNullable(request.query().get("lang"))
                .flatMap(Language::of)
                .or(() -> request.acceptedLanguages().map(Language::accepted))
                .orElse(Language.ENGLISH);
        return new Wording(language.tag(), language.tag());
    }

    static Wording wording(PageRequest request, Questionnaire questionnaire) {
        return wording(
                request, questionnaire, Optional.ofNullable(request.query().get("lang")));
    }

    static Wording wording(PageRequest request, Questionnaire questionnaire, Optional<String> asked) {
        List<String> languages = questionnaire.languages();
        return new Wording(ReaderLanguage.choose(languages, asked, request.acceptedLanguages()), languages.get(0));
    }

    PageAnswer html(PageRequest request, int status, String page) {
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        boolean packed = request.gzip() && bytes.length > WORTH_PACKING;
        return html(status, packed ? Wire.gzip(bytes) : bytes, packed);
    }

    static PageAnswer html(int status, byte[] body, boolean packed) {
        Map<String, String> headers = headers(HTML, packed);
        headers.put("Cache-Control", "no-store");
        headers.put("Vary", "Accept-Language, Accept-Encoding");
        return new PageAnswer(status, headers, body);
    }

    /** A file that never changes under its address. */
    public PageAnswer file(String type, byte[] body, boolean packed) {
        Map<String, String> headers = headers(type, packed);
        headers.put("Cache-Control", FOR_GOOD);
        headers.put("Vary", "Accept-Encoding");
        return new PageAnswer(200, headers, body);
    }

    private static Map<String, String> headers(String type, boolean packed) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", type);
        if (packed) {
            headers.put("Content-Encoding", "gzip");
        }
        return headers;
    }
}
