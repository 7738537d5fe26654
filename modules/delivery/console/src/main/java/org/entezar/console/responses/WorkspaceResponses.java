package org.entezar.console.responses;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entezar.collection.Campaign;
import org.entezar.collection.CampaignId;
import org.entezar.collection.Campaigns;
import org.entezar.collection.ResponseLists;
import org.entezar.collection.ResponseSlice;
import org.entezar.collection.ResponseTraits;
import org.entezar.console.Format;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.console.lists.ListColumn;
import org.entezar.console.lists.ListFrame;
import org.entezar.console.lists.ListRow;
import org.entezar.console.lists.ShownList;
import org.jspecify.annotations.Nullable;

/** The responses of all campaigns: when, where and in which campaign. In views: {@code workspaceResponses}. */
@Named
@RequestScoped
public class WorkspaceResponses {

    private static final String SUBMITTED = "submitted";

    @Inject
    @SuppressWarnings("NullAway.Init")
    ResponseLists lists;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Campaigns campaigns;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ResponseSearch search;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ListFrame frame;

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
    private @Nullable Map<CampaignId, Campaign> known;
    private @Nullable ResponseTraits traits;

    private Map<CampaignId, Campaign> known() {
        if (known == null) {
            known = campaigns.list(visitor.getCaller(), place.getWorkspaceId()).stream()
                    .collect(Collectors.toMap(
                            Campaign::id, Function.identity(), (first, second) -> first, java.util.LinkedHashMap::new));
        }
        return known;
    }

    /** What there is to choose from. */
    public ResponseTraits getTraits() {
        if (traits == null) {
            traits = lists.traits(visitor.getCaller(), place.getWorkspaceId(), Optional.empty());
        }
        return traits;
    }

    public List<ResponseList.Choice> getCampaigns() {
        return known().values().stream()
                .map(campaign -> new ResponseList.Choice(
                        campaign.id().toString(),
                        text.best(campaign.name()),
                        search.campaign().equals(Optional.of(campaign.id()))))
                .toList();
    }

    public ShownList getShown() {
        if (shown == null) {
            shown = draw();
        }
        return shown;
    }

    private ShownList draw() {
        boolean falls = search.address().falls() || !search.address().sortedBy().equals(SUBMITTED);
        Optional<CampaignId> only = search.campaign().filter(known()::containsKey);
        ResponseSlice slice = lists.ofWorkspace(
                visitor.getCaller(),
                place.getWorkspaceId(),
                search.filter(),
                falls,
                only.map(Set::of).orElseGet(Set::of),
                search.standing(),
                ResponseList.ROWS);
        List<ListFrame.Named> conditions = new java.util.ArrayList<>(search.conditions(Optional.empty()));
        only.ifPresent(id ->
                conditions.add(0, new ListFrame.Named(text.of("responses.ofCampaign", name(id)), Set.of("campaign"))));
        return frame.shown(
                search.address(),
                List.of(
                        new ListColumn(SUBMITTED, text.get("responses.submitted"), "", false, true, true),
                        new ListColumn("campaign", text.get("responses.campaign"), "", false, false, true),
                        new ListColumn("language", text.get("responses.language"), "", false, false, true),
                        new ListColumn("segment", text.get("responses.segment"), "", false, false, true),
                        new ListColumn("site", text.get("responses.site"), "", false, false, true)),
                slice.responses().stream().map(this::row).toList(),
                SUBMITTED,
                falls,
                new ListFrame.Told(
                        "responses",
                        text.get("responses.title"),
                        ResponseList.counted(text, slice),
                        slice.before(),
                        slice.after(),
                        conditions,
                        List.of()));
    }

    private String name(CampaignId id) {
        return Optional.ofNullable(known().get(id))
                .map(campaign -> text.best(campaign.name()))
                .orElseGet(id::toString);
    }

    private ListRow row(ResponseSlice.Listed response) {
        Map<String, String> cells = new HashMap<>();
        cells.put("campaign", name(response.campaign()));
        ResponseList.occasion(response, cells, format);
        return new ListRow(
                format.dateTime(response.submittedAt()),
                place.to("campaigns", response.campaign(), "responses/" + response.id()),
                cells);
    }
}
