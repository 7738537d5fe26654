package org.entezar.survey.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.entezar.collection.CampaignId;
import org.entezar.collection.NewResponse;
import org.entezar.collection.OpenSurvey;
import org.entezar.collection.Receipt;
import org.entezar.collection.ResponseId;
import org.entezar.collection.Responses;
import org.entezar.collection.Visits;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Uuids;
import org.entezar.kernel.Violation;
import org.entezar.platform.tenancy.Passage;
import org.entezar.survey.PageAnswer;
import org.entezar.survey.PageRequest;
import org.entezar.survey.internal.PageViews.Content;
import org.entezar.workspace.Brand;
import org.entezar.workspace.Turnstile;

/**
 * The pages of an open campaign. Opening one is free of work: it is made once per version and language and kept. A form
 * that comes back is read, checked, and answered with the same page and its faults, the next page, or thanks.
 */
public final class Questions {

    private static final int KEPT_SURVEYS = 200;
    private static final int KEPT_PAGES = 400;
    private static final String MARK = "STATE-GOES-HERE";
    private static final List<String> CONTEXT = List.of("site", "segment");
    private static final int LONGEST_CONTEXT = 200;
    private static final int MOMENT_SECONDS = 2;

    private final Responses responses;
    private final Visits visits;
    private final Uuids ids;
    private final Seal seal;
    private final PageViews views = new PageViews();
    private final Looks looks;
    private final Messages messages;
    private final Turnstile turnstile;
    private final Templates templates = new Templates();
    private final Kept<CampaignId, Survey> surveys = new Kept<>(KEPT_SURVEYS);
    private final Kept<FirstPage, Wire> firstPages = new Kept<>(KEPT_PAGES);

    private record FirstPage(CampaignId campaign, String link, String language, Brand brand) {}

    /** A form on its way: who asks, about what, in which words. */
    private record Exchange(PageRequest request, OpenSurvey open, Survey survey, Wording wording, Visit visit) {}

    public Questions(
            Responses responses,
            Visits visits,
            Uuids ids,
            byte[] key,
            Looks looks,
            Messages messages,
            Turnstile turnstile) {
        this.responses = responses;
        this.visits = visits;
        this.ids = ids;
        this.seal = new Seal(key);
        this.looks = looks;
        this.messages = messages;
        this.turnstile = turnstile;
    }

    /** Answers a request for a campaign that takes answers. */
    public PageAnswer answer(PageRequest request, OpenSurvey open) throws IOException {
        // A campaign asks one version for ever, so its id names the document.
        Survey survey = surveys.get(open.campaign().id(), ignored -> new Survey(open.questionnaire()));
        if (request.form().isEmpty()) {
            return opened(request, open, survey);
        }
        FormBody form;
        try {
            form = FormBody.read(request.form().get());
        } catch (Problem tooLarge) {
            return messages.tooLarge(request, open);
        }
        return sent(request, open, survey, form);
    }

    private PageAnswer opened(PageRequest request, OpenSurvey open, Survey survey) {
        Wording wording = Messages.wording(request, open.questionnaire());
        Visit visit = begin(request, open);
        int first = first(survey);
        began(open, survey, visit, first);
        if (first != 0) {
            Exchange exchange = new Exchange(request, open, survey, wording, visit);
            return shown(200, exchange, new Content(first, Map.of(), Map.of(), List.of(), ""));
        }
        Wire wire = firstPages.get(
                new FirstPage(open.campaign().id(), request.path(), wording.tag(), looks.brand(open)),
                key -> new Wire(
                        templates.page(views.view(
                                survey,
                                wording,
                                looks.of(request, open, wording),
                                new Content(0, Map.of(), Map.of(), List.of(), ""),
                                open.campaign().simulated(),
                                MARK)),
                        MARK));
        String state = seal.close(visit.at(0, survey.revealed(0, Map.of()), Map.of()));
        return Messages.html(200, request.gzip() ? wire.packed(state) : wire.plain(state), request.gzip());
    }

    private void began(OpenSurvey open, Survey survey, Visit visit, int page) {
        visits.began(
                open.workspace(),
                open.campaign().id(),
                visit.response(),
                survey.place(page).section());
    }

    private static int first(Survey survey) {
        return survey.neighbour(-1, 1, Map.of()).orElse(0);
    }

    private Visit begin(PageRequest request, OpenSurvey open) {
        Map<String, String> context = new LinkedHashMap<>();
        for (String name : CONTEXT) {
            String value = request.query().getOrDefault(name, "").strip();
            if (!value.isEmpty()
                    && value.length() <= LONGEST_CONTEXT
                    && org.entezar.kernel.LocalizedText.fault("", value, LONGEST_CONTEXT)
                            .isEmpty()) {
                context.put(name, value);
            }
        }
        return Visit.begin(ids.next(), open.campaign().id().value(), context);
    }

    private PageAnswer sent(PageRequest request, OpenSurvey open, Survey survey, FormBody form) {
        Optional<String> language = Optional.of(form.value("_lang"))
                .filter(tag -> !tag.isEmpty())
                .or(() -> Optional.ofNullable(request.query().get("lang")));
        Wording wording = Messages.wording(request, open.questionnaire(), language);
        UUID campaign = open.campaign().id().value();
        Optional<Visit> sealed = seal.open(form.value("_state"))
                .filter(visit -> visit.campaign().equals(campaign) && survey.hasPage(visit.page()));
        Visit visit = sealed.orElseGet(() -> begin(request, open));
        Map<String, JsonNode> entered = entered(survey, visit.page(), form);
        Map<String, JsonNode> all = new LinkedHashMap<>(visit.answers());
        all.putAll(entered);
        Map<String, JsonNode> asked = survey.asked(all);
        Exchange exchange = new Exchange(request, open, survey, wording, visit);
        Caller respondent = Caller.respondent(open.workspace());
        try (Passage passage = turnstile.enter(Turnstile.Way.LINK, respondent, open.workspace(), request.path())) {
            return answered(exchange, form, sealed.isPresent(), asked, all);
        } catch (Problem crowded) {
            if (crowded.code() != ErrorCode.TOO_MANY_REQUESTS) {
                throw crowded;
            }
            return again(429, exchange, asked, all, "crowded", (Long)
                    crowded.arguments().get(0));
        }
    }

    private PageAnswer answered(
            Exchange exchange, FormBody form, boolean sealed, Map<String, JsonNode> asked, Map<String, JsonNode> all) {
        Survey survey = exchange.survey();
        Visit visit = exchange.visit();
        if (!sealed) {
            began(exchange.open(), survey, visit, visit.page());
        }
        if (form.has("_lang") || !sealed) {
            String note = sealed ? "" : "outdated";
            return shown(200, exchange, new Content(visit.page(), asked, all, List.of(), note));
        }
        if (form.value("_go").equals("back")) {
            int back = survey.neighbour(visit.page(), -1, asked).orElse(visit.page());
            return shown(200, exchange, new Content(back, asked, all, List.of(), ""));
        }
        List<String> revealed = survey.revealed(visit.page(), asked);
        if (!visit.revealed().containsAll(revealed)) {
            return shown(200, exchange, new Content(visit.page(), asked, all, List.of(), "more"));
        }
        return forward(exchange, asked, all);
    }

    private static Map<String, JsonNode> entered(Survey survey, int page, FormBody form) {
        Map<String, JsonNode> entered = new LinkedHashMap<>();
        survey.items(page)
                .forEach(item -> EnteredAnswers.read(item, form).ifPresent(answer -> entered.put(item.key(), answer)));
        return entered;
    }

    /** On to the next page, or, from the last, to the end. */
    private PageAnswer forward(Exchange exchange, Map<String, JsonNode> asked, Map<String, JsonNode> all) {
        int page = exchange.visit().page();
        OptionalInt next = exchange.survey().neighbour(page, 1, asked);
        if (next.isEmpty()) {
            return handedIn(exchange, asked, all);
        }
        List<Violation> faults = faults(exchange, asked).stream()
                .filter(violation -> Faults.item(violation)
                        .filter(key -> exchange.survey().pageOf(key) <= page)
                        .isPresent())
                .toList();
        if (!faults.isEmpty()) {
            return withFaults(exchange, asked, all, faults);
        }
        cameTo(exchange, next.getAsInt());
        return shown(200, exchange, new Content(next.getAsInt(), asked, all, List.of(), ""));
    }

    /** Counts a page that the person sees for the first time. */
    private void cameTo(Exchange exchange, int page) {
        visits.cameTo(
                exchange.open().workspace(),
                exchange.open().campaign().id(),
                exchange.visit().response(),
                exchange.survey().place(exchange.visit().furthest()),
                exchange.survey().place(page));
    }

    private List<Violation> faults(Exchange exchange, Map<String, JsonNode> asked) {
        try {
            responses.check(
                    Caller.respondent(exchange.open().workspace()),
                    exchange.open().workspace(),
                    exchange.open().campaign().id(),
                    response(exchange, asked),
                    true);
            return List.of();
        } catch (Problem problem) {
            if (problem.code() != ErrorCode.INVALID) {
                throw problem;
            }
            return problem.violations();
        }
    }

    private PageAnswer handedIn(Exchange exchange, Map<String, JsonNode> asked, Map<String, JsonNode> all) {
        try {
            turnstile.handIn(
                    exchange.open().workspace(), exchange.open().campaign().id());
            Receipt receipt = responses.submit(
                    Caller.respondent(exchange.open().workspace()),
                    exchange.open().workspace(),
                    exchange.open().campaign().id(),
                    response(exchange, asked));
            if (!receipt.duplicate()) {
                visits.handedIn(
                        exchange.open().workspace(),
                        exchange.open().campaign().id(),
                        exchange.visit().response(),
                        exchange.survey().place(exchange.visit().furthest()));
            }
            return messages.thanks(
                    exchange.request(),
                    exchange.wording(),
                    exchange.open(),
                    exchange.visit().response(),
                    false);
        } catch (Problem problem) {
            return switch (problem.code()) {
                case INVALID -> withFaults(exchange, asked, all, problem.violations());
                case RESPONSE_DIFFERS ->
                    messages.thanks(
                            exchange.request(),
                            exchange.wording(),
                            exchange.open(),
                            exchange.visit().response(),
                            true);
                case CAMPAIGN_CLOSED -> messages.closed(exchange.request(), exchange.open());
                case CAMPAIGN_NOT_OPEN -> messages.paused(exchange.request(), exchange.open());
                case QUOTA_RESPONSES ->
                    again(429, exchange, asked, all, "full", (Long)
                            problem.arguments().get(0));
                case OVERLOADED, DATABASE_UNAVAILABLE -> again(503, exchange, asked, all, "busy", MOMENT_SECONDS);
                default -> throw problem;
            };
        }
    }

    /** The same page with all that was answered, to be sent once more. */
    private PageAnswer again(
            int status,
            Exchange exchange,
            Map<String, JsonNode> asked,
            Map<String, JsonNode> all,
            String note,
            long seconds) {
        PageAnswer page = shown(status, exchange, new Content(exchange.visit().page(), asked, all, List.of(), note));
        return page.with("Retry-After", Long.toString(seconds));
    }

    private static NewResponse response(Exchange exchange, Map<String, JsonNode> asked) {
        return new NewResponse(
                Optional.of(new ResponseId(exchange.visit().response())),
                Optional.empty(),
                Optional.of(exchange.wording().tag()),
                exchange.visit().context(),
                asked);
    }

    /** The first page that has a fault, which is this one unless an earlier answer turned out wrong. */
    private PageAnswer withFaults(
            Exchange exchange, Map<String, JsonNode> asked, Map<String, JsonNode> all, List<Violation> faults) {
        int page = faults.stream()
                .flatMap(violation -> Faults.item(violation).stream())
                .mapToInt(exchange.survey()::pageOf)
                .min()
                .orElseThrow(() -> new Problem(faults));
        return shown(422, exchange, new Content(page, asked, all, faults, ""));
    }

    private PageAnswer shown(int status, Exchange exchange, Content content) {
        Survey survey = exchange.survey();
        Visit next = exchange.visit()
                .at(
                        content.page(),
                        survey.revealed(content.page(), content.asked()),
                        survey.others(content.page(), kept(content)));
        String page = templates.page(views.view(
                survey,
                exchange.wording(),
                looks.of(exchange.request(), exchange.open(), exchange.wording()),
                content,
                exchange.open().campaign().simulated(),
                seal.close(next)));
        return messages.html(exchange.request(), status, page);
    }

    /** What was answered so far, hidden answers included, so that going back and forth loses nothing. */
    private static Map<String, JsonNode> kept(Content content) {
        Map<String, JsonNode> kept = new LinkedHashMap<>(content.asked());
        kept.putAll(content.entered());
        return kept;
    }
}
