package org.entezar.console.history;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entezar.audit.Difference;
import org.entezar.audit.History;
import org.entezar.audit.HistoryEntry;
import org.entezar.console.Format;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.evidence.Entry;
import org.entezar.evidence.SignedCheckpoint;
import org.jspecify.annotations.Nullable;

/** One entry: what it changed, in words, and where it stands in the chain. In views: {@code entryPage}. */
@Named
@RequestScoped
public class EntryPage {

    /** More are not for reading; all stand in the file. */
    private static final int MOST_ROWS = 200;

    @Inject
    @SuppressWarnings("NullAway.Init")
    History history;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Timeline timeline;

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

    private @Nullable HistoryEntry found;
    private @Nullable List<Difference> differences;

    private HistoryEntry found() {
        if (found == null) {
            found = history.entry(visitor.getCaller(), place.getWorkspaceId(), HistoryPages.number(place, "sequence"));
        }
        return found;
    }

    private List<Difference> differences() {
        if (differences == null) {
            differences = found().differences().stream()
                    .filter(difference -> !isEmptyList(difference))
                    .toList();
        }
        return differences;
    }

    /** That a thing which came or went had no parts tells nobody anything. */
    private static boolean isEmptyList(Difference difference) {
        return difference.kind() != Difference.Kind.CHANGED
                && difference
                        .before()
                        .or(difference::after)
                        .filter(value -> value.isContainerNode() && value.isEmpty())
                        .isPresent();
    }

    public Entry getEntry() {
        return found().entry();
    }

    public String getSentence() {
        return timeline.sentences().of(getEntry());
    }

    public String getWho() {
        return timeline.sentences().who(getEntry().actor());
    }

    public String getAction() {
        return timeline.action(getEntry().action());
    }

    public String getReason() {
        return getEntry().reason().orElse("");
    }

    /** The differences in words; at most {@value #MOST_ROWS}. */
    public List<StateWords.Row> getRows() {
        StateWords words = new StateWords(text, format, visitor.getLanguage());
        return differences().stream()
                .limit(MOST_ROWS)
                .map(difference ->
                        words.row(difference, getEntry().before(), getEntry().after()))
                .toList();
    }

    /** How many differences are left to the file. */
    public int getMore() {
        return Math.max(0, differences().size() - MOST_ROWS);
    }

    /** Whether there are a before and an after, so that both are worth a column. */
    public boolean isCompared() {
        return getEntry().before().isPresent() && getEntry().after().isPresent();
    }

    public boolean isIntact() {
        return found().isIntact();
    }

    public String getHash() {
        return found().hash().hex();
    }

    public String getPrevious() {
        return getEntry().previous().hex();
    }

    /** Where the entry before is; empty for the first. */
    public String getBefore() {
        long sequence = getEntry().sequence();
        return sequence == 1 ? "" : place.to("history/entries", sequence - 1);
    }

    /** Where the entry after is; empty for the last. */
    public String getAfter() {
        long sequence = getEntry().sequence();
        return sequence >= timeline.getOverview().entries() ? "" : place.to("history/entries", sequence + 1);
    }

    public long getLast() {
        return timeline.getOverview().entries();
    }

    /** Whether a signed checkpoint covers it, so that it can be proved. */
    public boolean isProvable() {
        Optional<SignedCheckpoint> latest = timeline.getOverview().checkpoint();
        return latest.isPresent()
                && latest.get().checkpoint().size() >= getEntry().sequence();
    }

    /** The entry's whole text, for whoever wants to hash it. */
    public String getText() {
        return found().text();
    }

    /** Where all entries about the same thing are. */
    public String getSameSubject() {
        return filtered("subject", getEntry().subject());
    }

    /** Where all entries of the same actor are. */
    public String getSameActor() {
        return filtered("actor", getEntry().actor().subject());
    }

    private String filtered(String name, String value) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(name, value);
        return place.to("history") + HistoryFilterBar.query(parts);
    }
}
