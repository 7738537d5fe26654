package org.entezar.console.responses;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entezar.collection.CampaignId;
import org.entezar.collection.ResponseConditions;
import org.entezar.collection.ResponseLists;
import org.entezar.collection.ResponseOrder;
import org.entezar.collection.ResponseSlice;
import org.entezar.collection.ResponseTraits;
import org.entezar.console.Format;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.console.campaigns.CampaignView;
import org.entezar.console.lists.ListColumn;
import org.entezar.console.lists.ListFrame;
import org.entezar.console.lists.ListRow;
import org.entezar.console.lists.ShownList;
import org.jspecify.annotations.Nullable;

/** The responses of one campaign, a row for each. In views: {@code responseList}. */
@Named
@RequestScoped
public class ResponseList {

    static final int ROWS = 50;

    private static final String SUBMITTED = "submitted";

    @Inject
    @SuppressWarnings("NullAway.Init")
    ResponseLists lists;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ResponseSearch search;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ListFrame frame;

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

    private @Nullable ShownList shown;
    private @Nullable AnswerColumns answers;
    private @Nullable ResponseTraits traits;

    private CampaignId id() {
        return campaign.getCampaign().id();
    }

    AnswerColumns answers() {
        if (answers == null) {
            answers = new AnswerColumns(campaign.getDocument(), text, format);
        }
        return answers;
    }

    /** What there is to choose from. */
    public ResponseTraits getTraits() {
        if (traits == null) {
            traits = lists.traits(visitor.getCaller(), place.getWorkspaceId(), Optional.of(id()));
        }
        return traits;
    }

    /** An answer to look for. */
    public record Choice(String key, String label, boolean current) {}

    public List<Choice> getAnswers() {
        return answers().points().stream()
                .map(column ->
                        new Choice(column.key(), column.label(), column.key().equals(search.given("answer"))))
                .toList();
    }

    public ShownList getShown() {
        if (shown == null) {
            shown = draw();
        }
        return shown;
    }

    /** What the address looks for; its files hold the same. */
    public ResponseConditions filter() {
        return search.filter(answers());
    }

    private ShownList draw() {
        ResponseOrder order = order();
        ResponseSlice slice =
                lists.of(visitor.getCaller(), place.getWorkspaceId(), id(), filter(), order, search.standing(), ROWS);
        String back = search.address().rest();
        return frame.shown(
                search.address(),
                columns(),
                slice.responses().stream().map(each -> row(each, back)).toList(),
                sortedBy(order),
                order.descending(),
                new ListFrame.Told(
                        "responses",
                        text.get("responses.title"),
                        counted(text, slice),
                        slice.before(),
                        slice.after(),
                        search.conditions(Optional.of(search.answerOf(answers()))),
                        List.of(
                                new ShownList.File("CSV", file("csv", back)),
                                new ShownList.File("XLSX", file("xlsx", back)))));
    }

    static String counted(Text text, ResponseSlice slice) {
        return text.of(slice.more() ? "responses.countedMore" : "responses.counted", slice.count());
    }

    private String file(String ending, String query) {
        return place.to("campaigns", id(), "responses." + ending) + query;
    }

    private ResponseOrder order() {
        boolean falls = search.address().falls();
        String by = search.address().sortedBy();
        return switch (by) {
            case "" -> ResponseOrder.LATEST;
            case SUBMITTED -> new ResponseOrder(ResponseOrder.By.TIME, Optional.empty(), falls);
            case "segment" -> new ResponseOrder(ResponseOrder.By.SEGMENT, Optional.empty(), falls);
            case "site" -> new ResponseOrder(ResponseOrder.By.SITE, Optional.empty(), falls);
            default ->
                answers()
                        .find(by)
                        .flatMap(AnswerColumns.Column::coded)
                        .map(answer -> new ResponseOrder(ResponseOrder.By.ANSWER, Optional.of(answer), falls))
                        .orElse(ResponseOrder.LATEST);
        };
    }

    private String sortedBy(ResponseOrder order) {
        return order.by() == ResponseOrder.By.TIME
                ? SUBMITTED
                : search.address().sortedBy();
    }

    private List<ListColumn> columns() {
        List<ListColumn> all = new ArrayList<>();
        all.add(new ListColumn(SUBMITTED, text.get("responses.submitted"), "", false, true, true));
        all.add(new ListColumn("language", text.get("responses.language"), "", false, false, true));
        all.add(new ListColumn(
                "segment",
                text.get("responses.segment"),
                "",
                false,
                true,
                !getTraits().segments().isEmpty()));
        all.add(new ListColumn(
                "site",
                text.get("responses.site"),
                "",
                false,
                true,
                !getTraits().sites().isEmpty()));
        all.addAll(answers().listed());
        return all;
    }

    private ListRow row(ResponseSlice.Listed response, String back) {
        Map<String, String> cells = new HashMap<>();
        occasion(response, cells, format);
        answers().fill(response, cells);
        return new ListRow(
                format.dateTime(response.submittedAt()),
                place.to("campaigns", response.campaign(), "responses/" + response.id()) + back,
                cells);
    }

    static void occasion(ResponseSlice.Listed response, Map<String, String> cells, Format format) {
        response.language().ifPresent(tag -> cells.put("language", format.language(tag)));
        for (String name : List.of("segment", "site")) {
            Optional.ofNullable(response.context().get(name)).ifPresent(value -> cells.put(name, value));
        }
    }
}
