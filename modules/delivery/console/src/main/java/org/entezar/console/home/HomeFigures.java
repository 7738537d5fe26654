package org.entezar.console.home;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.entezar.collection.Campaign;
import org.entezar.collection.Campaigns;
import org.entezar.console.Format;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.insight.Estimate;
import org.entezar.insight.InsightMethod;
import org.entezar.insight.Insights;
import org.entezar.insight.Selection;
import org.entezar.insight.ServqualResult;
import org.entezar.insight.ServqualResult.CategoryGap;
import org.jspecify.annotations.Nullable;

/**
 * The figures that matter: what came in over the last thirty days and how the gap stands, each against the thirty days
 * before. The gap is that of the campaign with most responses among those that ask for it; where the last thirty days
 * are too few to be shown, it is that of all its responses, without a change. In views: {@code homeFigures}.
 */
@Named("homeFigures")
@RequestScoped
public class HomeFigures {

    private static final Duration PERIOD = Duration.ofDays(30);
    private static final int MOST_GAPS = 3;

    /** Campaigns that are looked at for one that asks for the gap. */
    private static final int MOST_LOOKED_AT = 5;

    /**
     * The gap of one campaign.
     *
     * @param campaign whose it is
     * @param recent whether it is that of the last thirty days; else of all responses
     * @param result the figures
     * @param before of the thirty days before; empty where those are none or too few
     */
    private record Gap(Campaign campaign, boolean recent, ServqualResult result, Optional<ServqualResult> before) {}

    @Inject
    Home home;

    @Inject
    Campaigns campaigns;

    @Inject
    Insights insights;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    @Inject
    Text text;

    @Inject
    Format format;

    @Inject
    Clock clock;

    private @Nullable Optional<Gap> gap;

    /** Responses of the last thirty days. */
    public long getResponses() {
        return count(1);
    }

    /** How that differs from the thirty days before, in words. */
    public String getResponsesChange() {
        long before = count(2);
        long now = getResponses();
        return before == 0
                ? text.get("home.noneBefore")
                : text.of("home.change", format.signedPercent((now - before) / (double) before), format.number(before));
    }

    private long count(int periods) {
        Instant end = clock.instant().minus(PERIOD.multipliedBy(periods - 1L));
        return campaigns.responses(visitor.getCaller(), place.getWorkspaceId(), end.minus(PERIOD), end);
    }

    public boolean isGapped() {
        return gap().isPresent();
    }

    /** The overall gap: weighted where the categories have weights. */
    public @Nullable Double getGap() {
        return mean(gap().map(Gap::result));
    }

    public @Nullable Double getLow() {
        return bound(gap().map(each -> overall(each.result()).low()));
    }

    public @Nullable Double getHigh() {
        return bound(gap().map(each -> overall(each.result()).high()));
    }

    public @Nullable Long getRespondents() {
        return gap().map(each -> overall(each.result()).n())
                .filter(n -> n.isPresent())
                .map(n -> n.getAsLong())
                .orElse(null);
    }

    /** Of which campaign, which time, and how it differs from the time before, in words. */
    public String getGapNote() {
        Gap shown = gap().orElseThrow();
        String name = text.best(shown.campaign().name());
        Double before = mean(shown.before());
        Double now = getGap();
        if (!shown.recent()) {
            return text.of("home.gapAll", name);
        }
        return before == null || now == null
                ? text.of("home.gapRecent", name)
                : text.of("home.gapChange", name, format.signed(now - before, 2));
    }

    public String getAddress() {
        return place.to("insights", gap().orElseThrow().campaign().id().value(), InsightMethod.SERVQUAL.key());
    }

    /** The categories in which perception stays furthest behind expectation. */
    public List<CategoryGap> getLargest() {
        return gap().stream()
                .flatMap(shown -> shown.result().categories().stream())
                .filter(category -> category.gap().mean().isPresent()
                        && category.gap().mean().getAsDouble() < 0)
                .sorted(Comparator.comparingDouble(
                        category -> category.gap().mean().getAsDouble()))
                .limit(MOST_GAPS)
                .toList();
    }

    /** The category's name in the visitor's language. */
    public String name(CategoryGap category) {
        String name = text.best(category.name());
        return name.isEmpty() ? category.key() : name;
    }

    /** The number, or null where there is none: what the figure's tag takes. */
    public @Nullable Double value(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }

    public @Nullable Long n(CategoryGap category) {
        return category.n().isPresent() ? category.n().getAsLong() : null;
    }

    private Optional<Gap> gap() {
        if (gap == null) {
            gap = visitor.may("INSIGHT_READ") ? find() : Optional.empty();
        }
        return gap;
    }

    private Optional<Gap> find() {
        Instant now = clock.instant();
        return home.getCampaigns().stream()
                .filter(campaign -> campaign.responses() > 0)
                .sorted(Comparator.comparingLong(Campaign::responses).reversed())
                .limit(MOST_LOOKED_AT)
                .filter(campaign -> insights.methods(visitor.getCaller(), place.getWorkspaceId(), campaign.id())
                        .contains(InsightMethod.SERVQUAL))
                .findFirst()
                .flatMap(campaign -> {
                    Optional<ServqualResult> recent = result(campaign, between(now.minus(PERIOD), now));
                    return recent.isPresent()
                            ? recent.map(result -> new Gap(
                                    campaign,
                                    true,
                                    result,
                                    result(campaign, between(now.minus(PERIOD.multipliedBy(2)), now.minus(PERIOD)))))
                            : result(campaign, Selection.ALL)
                                    .map(result -> new Gap(campaign, false, result, Optional.empty()));
                });
    }

    private static Selection between(Instant from, Instant to) {
        return new Selection(Optional.of(from), Optional.of(to), Optional.empty(), Optional.empty());
    }

    private Optional<ServqualResult> result(Campaign campaign, Selection selection) {
        return insights.compute(
                        visitor.getCaller(), place.getWorkspaceId(), campaign.id(), InsightMethod.SERVQUAL, selection)
                .result()
                .filter(ServqualResult.class::isInstance)
                .map(ServqualResult.class::cast)
                .filter(result -> overall(result).mean().isPresent());
    }

    private static Estimate overall(ServqualResult result) {
        Estimate weighted = result.overall().weighted();
        return weighted.mean().isPresent() ? weighted : result.overall().unweighted();
    }

    private @Nullable Double mean(Optional<ServqualResult> result) {
        return bound(result.map(each -> overall(each).mean()));
    }

    private static @Nullable Double bound(Optional<OptionalDouble> number) {
        return number.filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .orElse(null);
    }
}
