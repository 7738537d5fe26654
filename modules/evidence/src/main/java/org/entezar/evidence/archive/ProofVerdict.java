package org.entezar.evidence.archive;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.entezar.evidence.Checkpoint;
import org.entezar.evidence.Entry;
import org.entezar.evidence.ProofDocument;

/**
 * What the verification of a single proof came to.
 *
 * @param document the proof; empty when it could not be read
 * @param findings faults and notes, in the order in which they were found
 * @param faults how many faults there were
 */
public record ProofVerdict(Optional<ProofDocument> document, List<Finding> findings, long faults) {

    public ProofVerdict {
        findings = List.copyOf(findings);
    }

    /** Whether it holds. */
    public boolean holds() {
        return faults == 0;
    }

    /** What holds and what does not, in words, a line each. */
    public List<String> lines(Locale language) {
        ResourceBundle words = Finding.bundle(language);
        List<String> lines = new ArrayList<>();
        lines.add(words.getString(holds() ? "proof.holds" : "proof.broken"));
        if (holds() && document.isPresent()) {
            tell(words, document.get(), lines);
        }
        for (Finding finding : findings) {
            lines.add((finding.code().isNote() ? "• " : "✗ ") + finding.text(language));
        }
        return lines;
    }

    private static void tell(ResourceBundle words, ProofDocument proof, List<String> lines) {
        Entry said = Entry.parse(proof.entry().entry());
        Checkpoint state = proof.entry().checkpoint().checkpoint();
        lines.add(format(
                words,
                "proof.entry",
                said.sequence(),
                said.workspace(),
                said.at(),
                said.actor().name(),
                said.action(),
                said.subject()));
        lines.add(format(words, "proof.checkpoint", state.at(), state.size()));
        proof.response()
                .ifPresent(response -> lines.add(
                        format(words, "proof.response", response.response(), response.index() + 1, response.count())));
        lines.add(format(words, "verdict.key", state.key()));
    }

    static String format(ResourceBundle words, String key, Object... arguments) {
        Object[] texts = java.util.Arrays.stream(arguments).map(String::valueOf).toArray();
        return new MessageFormat(words.getString(key), Locale.ROOT).format(texts);
    }
}
