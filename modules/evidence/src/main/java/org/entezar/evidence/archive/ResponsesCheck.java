package org.entezar.evidence.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.entezar.evidence.Batch;
import org.entezar.evidence.Canonical;
import org.entezar.evidence.Hash;
import org.entezar.evidence.Malformed;
import org.entezar.evidence.Merkle;
import org.entezar.evidence.archive.Finding.Code;
import org.jspecify.annotations.Nullable;

/**
 * The responses of an archive: each against its leaf, each batch against its entry, withdrawals against theirs. A batch
 * is checked while the next one is read.
 */
final class ResponsesCheck {

    private static final byte[] IMPORT = "\"import\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SUPERSEDES = "\"supersedes\":\"".getBytes(StandardCharsets.US_ASCII);

    private final EntriesCheck entries;
    private final Findings findings;
    private final boolean whole;
    private final Set<Long> seen = new HashSet<>();
    private List<byte[]> forms = new ArrayList<>();
    private @Nullable BatchLine open;
    private long count;

    /** @param whole whether the archive holds all entries that there were when it was made */
    ResponsesCheck(EntriesCheck entries, boolean whole, Findings findings) {
        this.entries = entries;
        this.whole = whole;
        this.findings = findings;
    }

    void read(ArchiveFile file) throws IOException {
        try (Behind behind = new Behind()) {
            file.read(Member.RESPONSES, (number, line) -> take(number, line, behind));
            if (open != null) {
                while (forms.size() < open.ids().size()) {
                    forms.add(new byte[0]);
                }
                conclude(open, behind);
            }
            behind.await();
        }
        entries.batches().keySet().stream()
                .filter(sequence -> !seen.contains(sequence))
                .sorted()
                .forEach(sequence -> findings.add(Code.BATCH_MISSING, sequence));
        file.read(Member.STRAYS, (number, line) -> findings.add(Code.RESPONSE_UNSEALED, id(line)));
    }

    private void take(long number, byte[] line, Behind behind) {
        BatchLine batch = open;
        if (batch == null) {
            try {
                open = BatchLine.parse(line);
            } catch (Malformed malformed) {
                behind.then(() -> findings.add(
                        Code.LINE_MALFORMED, Member.RESPONSES.file(), number, String.valueOf(malformed.getMessage())));
                return;
            }
            if (open.ids().isEmpty()) {
                conclude(open, behind);
            }
            return;
        }
        forms.add(line);
        if (forms.size() == batch.ids().size()) {
            conclude(batch, behind);
        }
    }

    private void conclude(BatchLine batch, Behind behind) {
        List<byte[]> read = forms;
        open = null;
        forms = new ArrayList<>();
        behind.then(() -> check(batch, read));
    }

    private void check(BatchLine batch, List<byte[]> forms) {
        seen.add(batch.sequence());
        count += batch.ids().size();
        Batch said = entries.batches().get(batch.sequence());
        if (said == null) {
            findings.add(Code.BATCH_UNKNOWN, batch.sequence());
        } else if (said.count() != batch.ids().size()
                || said.count() != batch.leaves().size()
                || !Merkle.root(batch.leaves()).equals(said.root())) {
            findings.add(Code.BATCH_ALTERED, batch.sequence());
        }
        List<Hash> leaves = forms.parallelStream().map(Merkle::leaf).toList();
        boolean undone = entries.hasWithdrawals() || !batch.withdrawn().isEmpty();
        IntStream.range(0, batch.ids().size()).forEach(i -> {
            UUID id = batch.ids().get(i);
            byte[] form = forms.get(i);
            if (isMissing(form)) {
                if (!entries.isErased(id)) {
                    findings.add(whole ? Code.RESPONSE_MISSING : Code.RESPONSE_MISSING_LATER, id, batch.sequence());
                }
            } else if (entries.isErased(id)) {
                findings.add(Code.RESPONSE_NOT_ERASED, id);
            } else if (i >= batch.leaves().size()
                    || !leaves.get(i).equals(batch.leaves().get(i))
                    || !startsRight(form, id)) {
                findings.add(Code.RESPONSE_ALTERED, id, batch.sequence());
            }
            if (undone && !isMissing(form)) {
                checkWithdrawal(id, form, Optional.ofNullable(batch.withdrawn().get(i)));
            }
            if (contains(form, SUPERSEDES)) {
                checkCorrection(id, form);
            }
        });
    }

    private static boolean isMissing(byte[] form) {
        return form.length == 0
                || new String(form, 0, Math.min(form.length, BatchLine.MISSING.length()), StandardCharsets.US_ASCII)
                        .equals(BatchLine.MISSING);
    }

    /** Whether the form is that of the id which the batch names in its place. */
    private static boolean startsRight(byte[] form, UUID id) {
        return contains(form, ("\"id\":\"" + id + "\"").getBytes(StandardCharsets.US_ASCII));
    }

    /** A response counts no more since it was corrected, or else since its import was taken back. */
    private void checkWithdrawal(UUID id, byte[] form, Optional<Instant> mark) {
        Optional<EntriesCheck.Corrected> corrected = entries.corrected(id.toString());
        if (corrected.isPresent()) {
            if (mark.isEmpty()) {
                findings.add(Code.RESPONSE_NOT_SUPERSEDED, id, corrected.get().by());
            } else if (!mark.get().equals(corrected.get().at())) {
                findings.add(Code.RESPONSE_WITHDRAWN, id);
            }
            return;
        }
        Optional<String> brought = contains(form, IMPORT) ? text(form, "import") : Optional.empty();
        Optional<EntriesCheck.Undone> entry = brought.map(entries.undone()::get);
        if (mark.isEmpty()) {
            entry.ifPresent(undone -> findings.add(Code.RESPONSE_NOT_WITHDRAWN, id, brought.orElse("")));
        } else if (entry.isEmpty()) {
            boolean elsewhere = !whole;
            findings.add(elsewhere ? Code.RESPONSE_WITHDRAWN_LATER : Code.RESPONSE_WITHDRAWN, id);
        } else if (!entry.get().at().equals(mark.get())) {
            findings.add(Code.RESPONSE_WITHDRAWN, id);
        }
    }

    /** What corrects another one is named by the entry of that correction. */
    private void checkCorrection(UUID id, byte[] form) {
        Optional<String> superseded = text(form, "supersedes");
        boolean told = superseded
                .flatMap(entries::corrected)
                .filter(corrected -> corrected.by().equals(id.toString()))
                .isPresent();
        if (superseded.isPresent() && !told && whole) {
            findings.add(Code.RESPONSE_CORRECTION, id, superseded.get());
        }
    }

    private static Optional<String> text(byte[] form, String name) {
        try {
            return Optional.ofNullable(Canonical.readObject(form).get(name)).map(one -> one.asText());
        } catch (Malformed spoilt) {
            return Optional.empty();
        }
    }

    private static String id(byte[] form) {
        try {
            return Canonical.readObject(form).path("id").asText();
        } catch (Malformed spoilt) {
            return "?";
        }
    }

    /** Looks from the end, where the names stand that are sought, so that long answers cost little. */
    private static boolean contains(byte[] text, byte[] sought) {
        for (int at = text.length - sought.length; at >= 0; at--) {
            int i = 0;
            while (i < sought.length && text[at + i] == sought[i]) {
                i++;
            }
            if (i == sought.length) {
                return true;
            }
        }
        return false;
    }

    long count() {
        return count;
    }
}
