package org.entezar.console.engagements;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entezar.audit.Engagement;
import org.entezar.audit.Engagements;
import org.entezar.audit.Remark;
import org.entezar.audit.RemarkId;
import org.entezar.console.CurrentWorkspace;
import org.entezar.console.Days;
import org.entezar.console.Place;
import org.entezar.console.Visitor;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Role;
import org.jspecify.annotations.Nullable;

/** Outside auditors and what is said between them and owners. In views: {@code engagementView}. */
@Named("engagementView")
@RequestScoped
public class EngagementView {

    private static final int USUAL_DAYS = 30;

    @Inject
    Engagements engagements;

    @Inject
    CurrentWorkspace workspace;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    @Inject
    Clock clock;

    @Inject
    HttpServletRequest request;

    private @Nullable List<Engagement> all;
    private @Nullable Engagement one;

    /** A question or finding with the answers to it. */
    public record Thread(Remark remark, List<Remark> answers) {}

    public List<Engagement> getAll() {
        if (all == null) {
            all = engagements.list(visitor.getCaller(), place.getWorkspaceId());
        }
        return all;
    }

    /** The engagement of the address. */
    public Engagement getOne() {
        if (one == null) {
            one = engagements.get(visitor.getCaller(), place.getWorkspaceId(), EngagementActions.id(place));
        }
        return one;
    }

    /** Where it stands, as the key of its word. */
    public String state(Engagement engagement) {
        return engagement.state(clock.instant()).name();
    }

    /** The kind of badge that its state is shown with. */
    public String badge(Engagement engagement) {
        return switch (engagement.state(clock.instant())) {
            case COMING -> "warn";
            case RUNNING -> "good";
            case ENDED -> "";
        };
    }

    /** Whether the visitor may invite, end and answer. */
    public boolean isOwner() {
        Caller.Membership membership = visitor.getCaller().memberships().get(place.getWorkspaceId());
        return membership != null && membership.roles().contains(Role.OWNER);
    }

    /** Whether the visitor is the auditor of the engagement, while it runs. */
    public boolean isOwnAuditor() {
        return isSpeaker(getOne());
    }

    private boolean isSpeaker(Engagement engagement) {
        return engagement.auditor().equals(visitor.getCaller().subject()) && engagement.isOpen(clock.instant());
    }

    public boolean isEndable() {
        return isOwner() && getOne().state(clock.instant()) != Engagement.State.ENDED;
    }

    /** Questions and findings with their answers, in the order in which they were written. */
    public List<Thread> getThreads() {
        return threads(engagements.remarks(visitor.getCaller(), place.getWorkspaceId(), getOne().id()));
    }

    /** What was said about the entry of history that the address names. */
    public List<Thread> getAbout() {
        return threads(engagements.about(
                visitor.getCaller(), place.getWorkspaceId(), Long.parseLong(place.parameter("sequence"))));
    }

    private static List<Thread> threads(List<Remark> remarks) {
        Map<RemarkId, Thread> threads = new LinkedHashMap<>();
        for (Remark remark : remarks) {
            Optional<Thread> asked = remark.answers().flatMap(to -> Optional.ofNullable(threads.get(to)));
            if (asked.isPresent()) {
                asked.get().answers().add(remark);
            } else {
                threads.put(remark.id(), new Thread(remark, new ArrayList<>()));
            }
        }
        return List.copyOf(threads.values());
    }

    /** The engagement in which the visitor may speak; null when there is none. */
    public @Nullable Engagement getSpeaking() {
        return getAll().stream().filter(this::isSpeaker).findFirst().orElse(null);
    }

    /** The entry that a question from its page is about; empty for none. */
    public String getEntry() {
        return typed("entry");
    }

    /** What was typed before it was refused. */
    public String typed(String name) {
        return Optional.ofNullable(request.getParameter(name))
                .filter(value -> value.length() <= 1_000)
                .orElse("");
    }

    /** The first day that the form offers. */
    public String getFirstDay() {
        return typed("from").isEmpty() ? Days.write(today(), visitor.getReckoning()) : typed("from");
    }

    /** The last day that the form offers. */
    public String getLastDay() {
        return typed("to").isEmpty() ? Days.write(today().plusDays(USUAL_DAYS), visitor.getReckoning()) : typed("to");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), workspace.getZone());
    }

    public Remark.Status[] getStatuses() {
        return Remark.Status.values();
    }

    /** The kind of badge that a finding's status is shown with. */
    public String badge(Remark.Status status) {
        return switch (status) {
            case OPEN -> "bad";
            case RESOLVED -> "good";
            case WITHDRAWN -> "";
        };
    }
}
