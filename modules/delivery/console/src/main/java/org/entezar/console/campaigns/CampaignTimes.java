package org.entezar.console.campaigns;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.entezar.console.CurrentWorkspace;
import org.entezar.console.Days;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.Violation;

/**
 * The fields for when a campaign opens and closes, as they stand in the form that was sent or as they are set, and the
 * faults at them. They are plain HTML, since their kind depends on the visitor's calendar, so they are read here.
 */
@Dependent
public class CampaignTimes {

    private static final LocalTime START_OF_DAY = LocalTime.MIDNIGHT;
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);
    private static final int LONGEST = 20;

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
    Text text;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Clock clock;

    private EnteredMoment opens = EnteredMoment.NONE;
    private EnteredMoment closes = EnteredMoment.NONE;
    private boolean closing;
    private final Map<String, String> errors = new HashMap<>();

    /** Takes the fields of the form that was sent, or what is set. */
    void begin(Optional<Instant> opensAt, Optional<Instant> closesAt) {
        closing = closesAt.isPresent();
        if (request.getParameter("opens-day") != null || request.getParameter("closes-day") != null) {
            opens = new EnteredMoment(parameter("opens-day"), parameter("opens-time"));
            closes = new EnteredMoment(parameter("closes-day"), parameter("closes-time"));
        } else {
            opens = EnteredMoment.of(opensAt, visitor.getReckoning(), workspace.getZone());
            closes = EnteredMoment.of(closesAt, visitor.getReckoning(), workspace.getZone());
        }
    }

    private String parameter(String name) {
        String value =
                Optional.ofNullable(request.getParameter(name)).orElse("").strip();
        return value.length() > LONGEST ? value.substring(0, LONGEST) : value;
    }

    /** When it opens, empty for at once; a fault is kept at the field. */
    Optional<Instant> opensAt() {
        return moment("opens", opens, START_OF_DAY);
    }

    /** When it closes, empty for never; a fault is kept at the field, also when that is over or before it opens. */
    Optional<Instant> closesAt() {
        Optional<Instant> at = moment("closes", closes, END_OF_DAY);
        if (at.filter(end -> !end.isAfter(clock.instant())).isPresent()) {
            errors.put("closes", text.get("campaigns.closesInThePast"));
        }
        if (at.isPresent()
                && opensAt().filter(start -> !start.isBefore(at.get())).isPresent()) {
            errors.put("closes", text.get("campaigns.closesBeforeOpening"));
        }
        return at;
    }

    private Optional<Instant> moment(String field, EnteredMoment entered, LocalTime otherwise) {
        Optional<Instant> moment = entered.in(workspace.getZone(), otherwise);
        if (moment.isEmpty() && !entered.isEmpty()) {
            String key = Days.read(entered.day()).isPresent() ? "campaigns.badTime" : "campaigns.badDay";
            errors.put(field, text.of(key, Days.read(entered.day()).isPresent() ? entered.time() : entered.day()));
        }
        return moment;
    }

    /** Keeps what the campaigns themselves refused about the times; answers whether it was about them. */
    boolean refuse(Violation violation) {
        switch (violation.pointer()) {
            case "/opensAt" -> errors.putIfAbsent("opens", text.violation(violation));
            case "/closesAt" -> errors.putIfAbsent("closes", text.get("campaigns.closesBeforeOpening"));
            default -> {
                return false;
            }
        }
        return true;
    }

    boolean hasFaults() {
        return !errors.isEmpty();
    }

    /** Whether an end is set already, which a form cannot take away. */
    public boolean isClosing() {
        return closing;
    }

    public EnteredMoment getOpens() {
        return opens;
    }

    public EnteredMoment getCloses() {
        return closes;
    }

    /** The fault of {@code opens} or {@code closes}; empty when it has none. */
    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    /** A day and a time as they are to be typed, for an example: tomorrow. */
    public EnteredMoment getExample() {
        Instant tomorrow = clock.instant().plus(Duration.ofDays(1));
        EnteredMoment example = EnteredMoment.of(Optional.of(tomorrow), visitor.getReckoning(), workspace.getZone());
        return new EnteredMoment(example.day(), Days.writeTime(LocalTime.of(9, 0), visitor.getReckoning()));
    }
}
