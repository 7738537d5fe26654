package org.entezar.console.history;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entezar.audit.History;
import org.entezar.audit.HistoryEntry;
import org.entezar.audit.HistoryOverview;
import org.entezar.audit.HistoryPage;
import org.entezar.collection.Campaign;
import org.entezar.collection.Campaigns;
import org.entezar.console.Format;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.jspecify.annotations.Nullable;

/** The entries of the history, the newest first, page by page. In views: {@code timeline}. */
@Named
@RequestScoped
public class Timeline {

    private static final int PAGE = 50;

    /** What entries can be about, in the order of the filter; each the beginning of a subject. */
    private static final List<String> KINDS = List.of(
            "workspace/",
            "categories",
            "standard/",
            "promise/",
            "questionnaire/",
            "campaign/",
            "responses",
            "case/",
            "import/",
            "pack/",
            "member/",
            "role/",
            "reader/",
            "check/",
            "evidence/",
            "engagement/");

    @Inject
    @SuppressWarnings("NullAway.Init")
    History history;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Campaigns campaigns;

    @Inject
    @SuppressWarnings("NullAway.Init")
    HistoryFilterBar bar;

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

    private @Nullable Part part;
    private @Nullable HistoryOverview overview;
    private @Nullable Map<String, String> names;

    /**
     * A page of the list.
     *
     * @param entries the newest first
     * @param newer whether there are newer ones that fit
     * @param older whether there are older ones that fit
     */
    private record Part(List<HistoryEntry> entries, boolean newer, boolean older) {}

    /**
     * A line of the list.
     *
     * @param sequence its number
     * @param sentence what happened
     * @param at when
     * @param action its code
     * @param reason why; empty when nobody was asked
     * @param intact whether it is still what was written
     * @param address of its own page
     */
    public record Line(
            long sequence, String sentence, Instant at, String action, String reason, boolean intact, String address) {}

    /** The lines of one day. */
    public record Day(String name, List<Line> lines) {}

    /** Something to choose in the filter. */
    public record Choice(String value, String label, boolean current) {}

    private Part part() {
        if (part == null) {
            Optional<Long> after = bar.sequence("after");
            part = after.isPresent() ? newerThan(after.get()) : olderThan(bar.sequence("before"));
        }
        return part;
    }

    private Part olderThan(Optional<Long> before) {
        HistoryPage page =
                history.entries(visitor.getCaller(), place.getWorkspaceId(), bar.filter(false), before, PAGE);
        return new Part(page.entries(), before.isPresent(), page.next().isPresent());
    }

    private Part newerThan(long after) {
        HistoryPage page = history.entries(
                visitor.getCaller(), place.getWorkspaceId(), bar.filter(true), Optional.of(after), PAGE);
        if (page.next().isEmpty()) {
            // The newest page is always a full one.
            return olderThan(Optional.empty());
        }
        List<HistoryEntry> entries = new ArrayList<>(page.entries());
        Collections.reverse(entries);
        return new Part(entries, true, true);
    }

    public HistoryOverview getOverview() {
        if (overview == null) {
            overview = history.overview(visitor.getCaller(), place.getWorkspaceId());
        }
        return overview;
    }

    /** The lines by day. */
    public List<Day> getDays() {
        Map<String, List<Line>> days = new LinkedHashMap<>();
        for (Line line : told(part().entries())) {
            days.computeIfAbsent(format.date(line.at()), day -> new ArrayList<>())
                    .add(line);
        }
        return days.entrySet().stream()
                .map(day -> new Day(day.getKey(), day.getValue()))
                .toList();
    }

    /** Entries in sentences. */
    public List<Line> told(List<HistoryEntry> entries) {
        Sentences sentences = sentences();
        return entries.stream()
                .map(each -> new Line(
                        each.entry().sequence(),
                        sentences.of(each.entry()),
                        each.entry().at(),
                        each.entry().action(),
                        each.entry().reason().orElse(""),
                        each.isIntact(),
                        place.to("history/entries", each.entry().sequence())))
                .toList();
    }

    Sentences sentences() {
        return new Sentences(visitor.getLanguage(), campaignNames());
    }

    private Map<String, String> campaignNames() {
        if (names == null) {
            Map<String, String> found = new LinkedHashMap<>();
            for (Campaign campaign : campaigns.list(visitor.getCaller(), place.getWorkspaceId())) {
                found.put(campaign.id().toString(), text.best(campaign.name()));
            }
            names = found;
        }
        return names;
    }

    /** Where the newer ones are; empty when there are none. */
    public String getNewer() {
        List<HistoryEntry> entries = part().entries();
        return part().newer() && !entries.isEmpty()
                ? bar.address("after", entries.get(0).entry().sequence())
                : "";
    }

    /** Where the older ones are; empty when there are none. */
    public String getOlder() {
        List<HistoryEntry> entries = part().entries();
        return part().older() && !entries.isEmpty()
                ? bar.address("before", entries.get(entries.size() - 1).entry().sequence())
                : "";
    }

    public List<Choice> getActors() {
        Sentences sentences = sentences();
        return getOverview().actors().stream()
                .map(actor -> new Choice(
                        actor.subject(),
                        actor.kind().equals("PRODUCT") || actor.kind().equals("JOB")
                                ? sentences.who(actor) + " (" + actor.subject() + ")"
                                : sentences.who(actor),
                        actor.subject().equals(bar.getActor())))
                .toList();
    }

    public List<Choice> getActions() {
        return getOverview().actions().stream()
                .map(action -> new Choice(action, action(action), action.equals(bar.getAction())))
                .sorted(java.util.Comparator.comparing(Choice::label))
                .toList();
    }

    /** What an action is called in the filter. */
    String action(String code) {
        String plain = Sentences.plain(code);
        String key = "history.action." + plain;
        String name = Text.in(visitor.getLanguage(), key).equals(key) ? plain : text.get(key);
        return plain.equals(code) ? name : text.of("history.refused", name);
    }

    /** What entries can be about; also the one thing that the address asks for. */
    public List<Choice> getSubjects() {
        List<Choice> choices = new ArrayList<>();
        for (String kind : KINDS) {
            choices.add(new Choice(
                    kind, text.get("history.about." + kind.replace("/", "")), kind.equals(bar.getSubject())));
        }
        if (!bar.getSubject().isEmpty() && !KINDS.contains(bar.getSubject())) {
            choices.add(new Choice(bar.getSubject(), bar.getSubject(), true));
        }
        return choices;
    }

    public List<Choice> getCampaigns() {
        return campaignNames().entrySet().stream()
                .map(campaign -> new Choice(
                        campaign.getKey(),
                        campaign.getValue(),
                        campaign.getKey().equals(bar.getCampaign())))
                .toList();
    }
}
