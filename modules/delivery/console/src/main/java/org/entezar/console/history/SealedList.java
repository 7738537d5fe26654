package org.entezar.console.history;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entezar.collection.Campaign;
import org.entezar.collection.CampaignId;
import org.entezar.collection.Campaigns;
import org.entezar.collection.ResponseFilter;
import org.entezar.collection.ResponseMark;
import org.entezar.collection.ResponsePage;
import org.entezar.collection.Responses;
import org.entezar.collection.StoredResponse;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The responses of a campaign as evidence: when each was given and received, and what sets it apart, without its answers.
 * Kept in the address: {@code ?campaign=&which=&after=}. In views: {@code sealedList}.
 */
@Named("sealedList")
@RequestScoped
public class SealedList {

    private static final int PAGE = 50;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Campaigns campaigns;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Responses responses;

    @Inject
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Visitor visitor;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Place place;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Text text;

    private @Nullable List<Campaign> known;
    private @Nullable ResponsePage page;

    /** Refuses before anything is shown who may read history and not single responses. */
    public void open() {
        visitor.getCaller().require(place.getWorkspaceId(), Permission.RESPONSE_READ);
    }

    /** Something to choose. */
    public record Choice(String value, String label, boolean chosen) {}

    private List<Campaign> known() {
        if (known == null) {
            known = campaigns.list(visitor.getCaller(), place.getWorkspaceId());
        }
        return known;
    }

    private Optional<String> parameter(String name) {
        return Optional.ofNullable(request.getParameter(name)).filter(value -> !value.isBlank());
    }

    /** Whether there is a campaign at all. */
    public boolean isFielded() {
        return !known().isEmpty();
    }

    private CampaignId campaign() {
        return parameter("campaign")
                .map(asked -> known().stream()
                        .map(Campaign::id)
                        .filter(id -> id.toString().equals(asked))
                        .findFirst()
                        .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND, asked)))
                .orElseGet(() -> known().get(0).id());
    }

    private ResponseFilter which() {
        return parameter("which")
                .map(asked -> Arrays.stream(ResponseFilter.values())
                        .filter(filter -> key(filter).equals(asked))
                        .findFirst()
                        .orElseThrow(() -> new Problem(ErrorCode.MALFORMED_PARAMETER, "which", asked)))
                .orElse(ResponseFilter.ALL);
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    public List<Choice> getCampaigns() {
        CampaignId chosen = campaign();
        return known().stream()
                .map(one -> new Choice(
                        one.id().toString(), text.best(one.name()), one.id().equals(chosen)))
                .toList();
    }

    public List<Choice> getFilters() {
        ResponseFilter chosen = which();
        return Arrays.stream(ResponseFilter.values())
                .map(filter -> new Choice(key(filter), text.get("history.which." + key(filter)), filter == chosen))
                .toList();
    }

    private ResponsePage page() {
        if (page == null) {
            page = responses.list(
                    visitor.getCaller(), place.getWorkspaceId(), campaign(), which(), parameter("after"), PAGE);
        }
        return page;
    }

    public List<StoredResponse> getResponses() {
        return page().responses();
    }

    /** How a mark is drawn: what no longer counts stands out. */
    public String badge(ResponseMark mark) {
        return switch (mark) {
            case LATE, IMPORTED -> "brand";
            case CORRECTION -> "good";
            case SUPERSEDED, UNDONE, ERASED -> "warn";
        };
    }

    public String words(ResponseMark mark) {
        return text.get("history.mark." + key(mark));
    }

    /** Where the next page is; empty on the last. */
    public String getNext() {
        return page().next().map(after -> address(Map.of("after", after))).orElse("");
    }

    /** Where the first page is. */
    public String getFirst() {
        return address(Map.of());
    }

    private String address(Map<String, String> more) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("campaign", campaign().toString());
        parts.put("which", key(which()));
        parts.putAll(more);
        return place.to(HistoryPages.RESPONSES) + HistoryFilterBar.query(parts);
    }

    /** Whether this is not the first page. */
    public boolean isTurned() {
        return parameter("after").isPresent();
    }
}
