package org.entezar.evidence.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.entezar.evidence.Checkpoint;
import org.entezar.evidence.ConsistencyDocument;

/**
 * What the verification of a proof between two checkpoints came to.
 *
 * @param document the proof; empty when it could not be read
 * @param findings faults and notes, in the order in which they were found
 * @param faults how many faults there were
 */
public record ConsistencyVerdict(Optional<ConsistencyDocument> document, List<Finding> findings, long faults) {

    public ConsistencyVerdict {
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
            Checkpoint before = document.get().before().checkpoint();
            Checkpoint after = document.get().after().checkpoint();
            lines.add(ProofVerdict.format(
                    words,
                    "proof.consistency",
                    after.workspace(),
                    before.size(),
                    before.at(),
                    after.size(),
                    after.at()));
            lines.add(ProofVerdict.format(words, "verdict.key", after.key()));
        }
        for (Finding finding : findings) {
            lines.add((finding.code().isNote() ? "• " : "✗ ") + finding.text(language));
        }
        return lines;
    }
}
