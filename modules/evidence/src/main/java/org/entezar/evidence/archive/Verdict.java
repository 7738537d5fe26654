package org.entezar.evidence.archive;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What a verification came to.
 *
 * @param workspace id of the workspace; empty when the archive does not even say that
 * @param first first entry that was checked
 * @param last last entry that was checked
 * @param responses responses that were checked
 * @param checkpoints checkpoints that were checked
 * @param keys signing keys, the present one last
 * @param findings faults and notes, in the order in which they were found; at most {@link Findings#MOST}
 * @param faults how many faults there were
 */
public record Verdict(
        String workspace,
        long first,
        long last,
        long responses,
        long checkpoints,
        List<String> keys,
        List<Finding> findings,
        long faults) {

    public Verdict {
        keys = List.copyOf(keys);
        findings = List.copyOf(findings);
    }

    /** Whether everything holds. */
    public boolean holds() {
        return faults == 0;
    }

    /** What holds and what does not, in words, a line each. */
    public List<String> lines(Locale language) {
        ResourceBundle words = Finding.bundle(language);
        java.util.ArrayList<String> lines = new java.util.ArrayList<>();
        lines.add(words.getString(holds() ? "verdict.holds" : "verdict.broken"));
        lines.add(format(words, "verdict.covers", workspace, first, last, responses, checkpoints));
        if (!keys.isEmpty()) {
            lines.add(format(words, "verdict.key", keys.get(keys.size() - 1)));
        }
        if (holds()) {
            lines.add(words.getString("verdict.entries"));
            lines.add(words.getString("verdict.responses"));
            lines.add(words.getString("verdict.checkpoints"));
        } else {
            lines.add(format(words, "verdict.faults", faults));
        }
        findings.stream()
                .filter(finding -> !finding.code().isNote())
                .forEach(finding -> lines.add("✗ " + finding.text(language)));
        findings.stream()
                .filter(finding -> finding.code().isNote())
                .forEach(finding -> lines.add("• " + finding.text(language)));
        return lines;
    }

    private static String format(ResourceBundle words, String key, Object... arguments) {
        Object[] texts = java.util.Arrays.stream(arguments).map(String::valueOf).toArray();
        return new MessageFormat(words.getString(key), Locale.ROOT).format(texts);
    }
}
