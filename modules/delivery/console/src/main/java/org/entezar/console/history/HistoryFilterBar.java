package org.entezar.console.history;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entezar.audit.HistoryFilter;
import org.entezar.collection.CampaignId;
import org.entezar.console.CurrentWorkspace;
import org.entezar.console.Days;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.Problem;

/**
 * Which entries the page is about, kept in its address: {@code ?from=&to=&actor=&action=&subject=&campaign=}. Days are
 * whole days of the workspace's time zone, the last one included. In views: {@code historyFilter}.
 */
@Named("historyFilter")
@RequestScoped
public class HistoryFilterBar {

    private static final int LONGEST = 200;

    @Inject
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

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
    Text text;

    /** The filter that the address asks for; what cannot be read is left out and, if it is a day, said so. */
    HistoryFilter filter(boolean oldestFirst) {
        return new HistoryFilter(
                day("from").map(day -> day.atStartOfDay(workspace.getZone()).toInstant()),
                day("to").map(day -> day.plusDays(1)
                        .atStartOfDay(workspace.getZone())
                        .toInstant()),
                parameter("actor"),
                parameter("action"),
                parameter("subject"),
                campaign(),
                oldestFirst);
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(request.getParameter(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty() && value.length() <= LONGEST);
    }

    /** The sequence that a page goes on from. */
    Optional<Long> sequence(String name) {
        return parameter(name).filter(value -> value.matches("\\d{1,18}")).map(Long::valueOf);
    }

    private Optional<CampaignId> campaign() {
        return parameter("campaign").flatMap(id -> {
            try {
                return Optional.of(CampaignId.parse(id));
            } catch (Problem noId) {
                return Optional.empty();
            }
        });
    }

    private Optional<LocalDate> day(String name) {
        return parameter(name).flatMap(Days::read);
    }

    public String getFrom() {
        return typed("from");
    }

    public String getTo() {
        return typed("to");
    }

    private String typed(String name) {
        return day(name).map(day -> Days.write(day, visitor.getReckoning())).orElse("");
    }

    public String getActor() {
        return parameter("actor").orElse("");
    }

    public String getAction() {
        return parameter("action").orElse("");
    }

    public String getSubject() {
        return parameter("subject").orElse("");
    }

    public String getCampaign() {
        return campaign().map(CampaignId::toString).orElse("");
    }

    /** Whether anything narrows the list. */
    public boolean isNarrow() {
        return !parts().isEmpty();
    }

    /** What is wrong with the days that were typed; empty when nothing is. */
    public String getTrouble() {
        for (String name : List.of("from", "to")) {
            if (parameter(name).isPresent() && day(name).isEmpty()) {
                return text.of("insight.badDay", parameter(name).orElse(""));
            }
        }
        return "";
    }

    /** The address of the timeline with this filter, and from where to go on. */
    String address(String paging, long sequence) {
        Map<String, String> parts = parts();
        parts.put(paging, Long.toString(sequence));
        return place.to("history") + query(parts);
    }

    private Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        day("from").ifPresent(day -> parts.put("from", day.toString()));
        day("to").ifPresent(day -> parts.put("to", day.toString()));
        parameter("actor").ifPresent(value -> parts.put("actor", value));
        parameter("action").ifPresent(value -> parts.put("action", value));
        parameter("subject").ifPresent(value -> parts.put("subject", value));
        campaign().ifPresent(id -> parts.put("campaign", id.toString()));
        return parts;
    }

    static String query(Map<String, String> parts) {
        StringBuilder query = new StringBuilder();
        parts.forEach((name, value) -> query.append(query.isEmpty() ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return query.toString();
    }
}
