package org.entezar.console.campaigns;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.entezar.collection.Campaigns;
import org.entezar.collection.Fielding;
import org.entezar.console.CurrentWorkspace;
import org.entezar.console.Format;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.jspecify.annotations.Nullable;

/** How the campaign of the address goes, ready to be drawn. In views: {@code campaignFielding}. */
@Named("campaignFielding")
@RequestScoped
public class CampaignFielding {

    /** How many days are drawn, today the last. */
    public static final int DAYS = 30;

    private static final int HEIGHT = 120;
    private static final int STEP = 20;
    private static final int GAP = 4;
    private static final int WEEK = 7;

    /**
     * One day of the picture.
     *
     * @param day in words
     * @param responses how many
     * @param x of the bar
     * @param y of the bar, from the top
     * @param height of the bar
     */
    public record Bar(String day, long responses, int x, int y, int height) {

        /** Width of the bar. */
        public int width() {
            return STEP - GAP;
        }
    }

    /**
     * One language.
     *
     * @param name in the visitor's language
     * @param responses how many of the sample
     * @param share of those whose language is known
     */
    public record Share(String name, int responses, double share) {}

    @Inject
    @SuppressWarnings("NullAway.Init")
    Campaigns campaigns;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentWorkspace workspace;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Visitor visitor;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Place place;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Format format;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Text text;

    private @Nullable Fielding fielding;

    public Fielding getFielding() {
        if (fielding == null) {
            fielding = campaigns.fielding(
                    visitor.getCaller(),
                    place.getWorkspaceId(),
                    CampaignPages.campaign(place),
                    DAYS,
                    workspace.getZone());
        }
        return fielding;
    }

    /** Responses of the last seven days, today among them. */
    public long getLastWeek() {
        return sum(DAYS - WEEK, DAYS);
    }

    /** Responses of the seven days before those. */
    public long getWeekBefore() {
        return sum(DAYS - 2 * WEEK, DAYS - WEEK);
    }

    private long sum(int from, int to) {
        return getFielding().days().subList(from, to).stream()
                .mapToLong(Fielding.Day::responses)
                .sum();
    }

    /** The bars, the highest as high as the picture. */
    public List<Bar> getBars() {
        long most = Math.max(1, getMostOfADay());
        List<Bar> bars = new ArrayList<>();
        for (Fielding.Day day : getFielding().days()) {
            int height = (int) Math.round((double) HEIGHT * day.responses() / most);
            int shown = day.responses() > 0 ? Math.max(2, height) : 0;
            bars.add(new Bar(
                    format.date(day.date()
                            .atTime(LocalTime.NOON)
                            .atZone(workspace.getZone())
                            .toInstant()),
                    day.responses(),
                    bars.size() * STEP,
                    HEIGHT - shown,
                    shown));
        }
        return bars;
    }

    public long getMostOfADay() {
        return getFielding().days().stream()
                .mapToLong(Fielding.Day::responses)
                .max()
                .orElse(0);
    }

    /** The box in which the bars stand. */
    public String getBox() {
        return "0 0 " + (DAYS * STEP - GAP) + " " + HEIGHT;
    }

    public List<Share> getLanguages() {
        int known = getFielding().languages().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        return getFielding().languages().entrySet().stream()
                .map(entry ->
                        new Share(format.language(entry.getKey()), entry.getValue(), (double) entry.getValue() / known))
                .toList();
    }

    /** The median time in words; empty where too few tell theirs. */
    public String getMedian() {
        return getFielding().median().map(this::words).orElse("");
    }

    private String words(Duration time) {
        return text.of("campaigns.duration", time.toMinutes(), time.toSecondsPart());
    }
}
