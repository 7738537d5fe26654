package org.entezar.console.responses;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.entezar.collection.ResponseId;
import org.entezar.collection.ResponseLists;
import org.entezar.collection.StoredResponse;
import org.entezar.console.Format;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.console.campaigns.CampaignView;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.questionnaire.Facet;
import org.entezar.questionnaire.Item;
import org.entezar.questionnaire.ItemType;
import org.entezar.questionnaire.Section;
import org.entezar.relationship.CaseFilter;
import org.entezar.relationship.Cases;
import org.entezar.relationship.ServiceCase;
import org.jspecify.annotations.Nullable;

/** One response, in the words of its questionnaire. In views: {@code responseView}. */
@Named
@RequestScoped
public class ResponseView {

    private static final int MOST_CASES = 20;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ResponseLists lists;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Cases cases;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ResponseSearch search;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CampaignView campaign;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Visitor visitor;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Place place;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Text text;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Format format;

    private @Nullable StoredResponse response;
    private @Nullable List<ServiceCase> opened;

    /** Something known about the occasion. */
    public record Fact(String name, String value) {}

    /** A part of the questionnaire and what was answered there. */
    public record Part(String title, List<Answered> items) {}

    /** An item and its answers: one, or one for each facet. */
    public record Answered(String asked, List<Fact> answers) {}

    public StoredResponse getResponse() {
        if (response == null) {
            response = lists.one(
                    visitor.getCaller(),
                    place.getWorkspaceId(),
                    campaign.getCampaign().id(),
                    id());
        }
        return response;
    }

    /** Cases that were opened from it, the newest first; none for visitors who see no cases. */
    public List<ServiceCase> getCases() {
        if (opened == null) {
            opened = visitor.may("CASE_READ")
                    ? cases.list(
                                    visitor.getCaller(),
                                    place.getWorkspaceId(),
                                    CaseFilter.of(getResponse().id()),
                                    Optional.empty(),
                                    MOST_CASES)
                            .cases()
                    : List.of();
        }
        return opened;
    }

    private ResponseId id() {
        try {
            return ResponseId.parse(place.parameter("response"));
        } catch (Problem malformed) {
            throw new Problem(ErrorCode.NOT_FOUND, place.parameter("response"));
        }
    }

    /** The list that it was opened from, as it was looked at. */
    public String getList() {
        return place.to("campaigns", campaign.getCampaign().id(), "responses")
                + search.address().rest();
    }

    public List<Fact> getOccasion() {
        List<Fact> facts = new ArrayList<>();
        new TreeMap<>(getResponse().context()).forEach((name, value) -> facts.add(new Fact(contextName(name), value)));
        return facts;
    }

    private String contextName(String name) {
        return switch (name) {
            case "segment", "site" -> text.get("responses." + name);
            default -> name;
        };
    }

    public List<Part> getParts() {
        AnswerColumns words = new AnswerColumns(campaign.getDocument(), text, format);
        List<Part> parts = new ArrayList<>();
        for (Section section : campaign.getDocument().sections()) {
            List<Answered> items = section.items().stream()
                    .map(item -> new Answered(asked(item), answers(words, item)))
                    .filter(item -> !item.answers().isEmpty())
                    .toList();
            if (!items.isEmpty()) {
                parts.add(new Part(text.best(section.title()), items));
            }
        }
        return parts;
    }

    private String asked(Item item) {
        String asked = text.best(item.text());
        return asked.isEmpty() ? item.key() : asked;
    }

    private List<Fact> answers(AnswerColumns words, Item item) {
        JsonNode answer = getResponse().answers().path(item.key());
        List<Fact> answers = new ArrayList<>();
        if (item.type() == ItemType.RATING) {
            for (Facet facet : item.facets()) {
                JsonNode point = answer.path(facet.key());
                if (point.isNumber()) {
                    answers.add(new Fact(text.get("editor.facet." + facet.key()), point(words, item, point)));
                }
            }
        } else if (answer.isObject() && answer.path("erased").asBoolean()) {
            answers.add(new Fact("", text.get("responses.erased")));
        } else if (!answer.isMissingNode() && !answer.isNull()) {
            answers.add(new Fact("", words.shown(item, answer)));
        }
        return answers;
    }

    private String point(AnswerColumns words, Item item, JsonNode point) {
        String shown = words.shown(item, point);
        String label = item.scale()
                .map(scale -> scale.labels().get(point.intValue()))
                .map(text::best)
                .orElse("");
        return label.isEmpty() ? shown : text.of("responses.point", shown, label);
    }
}
