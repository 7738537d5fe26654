package org.entezar.evidence.archive;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entezar.evidence.Batch;
import org.entezar.evidence.Entry;
import org.entezar.evidence.EntryCheck;
import org.entezar.evidence.Malformed;
import org.entezar.evidence.TreeFront;
import org.entezar.evidence.archive.Finding.Code;

/** The entries of an archive: each on its own, as a chain, and as the tree that checkpoints sign. */
final class EntriesCheck {

    /** Entries that are read at the same time. */
    private static final int PART = 4_096;

    private final Manifest manifest;
    private final SignedStates states;
    private final Findings findings;
    private final EntryCheck chain;
    private final TreeFront front;
    private final Map<Long, Batch> batches = new HashMap<>();
    private final Map<String, Undone> undone = new HashMap<>();
    private final Map<String, Corrected> corrected = new HashMap<>();
    private final Set<String> erased = new HashSet<>();

    /** The withdrawal of an import, and when it was. */
    record Undone(Instant at) {}

    /** The correction of a response: when, and by which response. */
    record Corrected(Instant at, String by) {}

    EntriesCheck(Manifest manifest, SignedStates states, Findings findings) {
        this.manifest = manifest;
        this.states = states;
        this.findings = findings;
        this.chain = new EntryCheck(manifest.workspace(), manifest.first() - 1, manifest.head());
        this.front = front(manifest, findings);
    }

    private static TreeFront front(Manifest manifest, Findings findings) {
        try {
            return TreeFront.of(manifest.first() - 1, manifest.front());
        } catch (Malformed spoilt) {
            findings.add(Code.BEGINNING_INVALID, manifest.first());
            return TreeFront.empty();
        }
    }

    void read(ArchiveFile file) throws IOException {
        if (manifest.first() > 1 && states.awaits(front.size())) {
            states.compare(front.size(), manifest.head(), front.root());
        }
        List<byte[]> part = new ArrayList<>(PART);
        file.read(Member.ENTRIES, (number, line) -> {
            part.add(line);
            if (part.size() == PART) {
                take(part, number - PART);
            }
        });
        take(part, 0);
        if (chain.sequence() < manifest.last()) {
            findings.add(Code.TAIL_MISSING, chain.sequence() + 1, manifest.last());
        }
    }

    private record Parsed(Optional<EntryLine> line, String fault) {}

    private void take(List<byte[]> part, long before) {
        List<Parsed> parsed = part.parallelStream().map(EntriesCheck::parse).toList();
        part.clear();
        for (int i = 0; i < parsed.size(); i++) {
            Parsed one = parsed.get(i);
            if (one.line().isPresent()) {
                take(one.line().get());
            } else {
                findings.add(Code.LINE_MALFORMED, Member.ENTRIES.file(), before + i + 1, one.fault());
            }
        }
    }

    private static Parsed parse(byte[] line) {
        try {
            return new Parsed(Optional.of(EntryLine.parse(line)), "");
        } catch (Malformed malformed) {
            return new Parsed(Optional.empty(), String.valueOf(malformed.getMessage()));
        }
    }

    private void take(EntryLine line) {
        long expected = chain.sequence() + 1;
        chain.next(line.sequence(), line.entry(), line.hash())
                .ifPresent(fault -> findings.add(
                        switch (fault) {
                            case MISSING -> Code.ENTRY_MISSING;
                            case OUT_OF_ORDER -> Code.ENTRY_OUT_OF_ORDER;
                            case ALTERED -> Code.ENTRY_ALTERED;
                            case FOREIGN -> Code.ENTRY_FOREIGN;
                            case CHAIN_BROKEN -> Code.ENTRY_CHAIN_BROKEN;
                        },
                        line.sequence(),
                        expected));
        line.index().ifPresent(column -> findings.add(Code.ENTRY_INDEX, line.sequence(), column));
        front.add(Entry.leaf(line.hash()));
        if (states.awaits(front.size()) && front.size() == line.sequence()) {
            states.compare(front.size(), line.hash(), front.root());
        }
        line.entry().ifPresent(this::remember);
    }

    private void remember(Entry entry) {
        if (entry.action().equals(Entry.RESPONSES_SEALED)) {
            try {
                batches.put(entry.sequence(), Batch.of(entry));
            } catch (Malformed noBatch) {
                findings.add(Code.BATCH_ALTERED, entry.sequence());
            }
        }
        if (entry.action().equals(Entry.RESPONSES_ERASED)) {
            entry.after()
                    .map(after -> after.path("responses"))
                    .ifPresent(ids -> ids.forEach(id -> erased.add(id.asText())));
        }
        if (entry.action().equals(Entry.RESPONSE_CORRECTED)) {
            String by = entry.after().map(after -> after.path("by").asText()).orElse("");
            corrected.put(entry.subject().replaceFirst("^response/", ""), new Corrected(entry.at(), by));
        }
        if (entry.action().equals(Entry.IMPORT_UNDONE)) {
            undone.put(entry.subject().replaceFirst("^import/", ""), new Undone(entry.at()));
        }
    }

    Map<Long, Batch> batches() {
        return batches;
    }

    Map<String, Undone> undone() {
        return undone;
    }

    /** When another response was put in its place. */
    Optional<Corrected> corrected(String response) {
        return Optional.ofNullable(corrected.get(response));
    }

    boolean hasWithdrawals() {
        return !undone.isEmpty() || !corrected.isEmpty();
    }

    /** Whether an entry says that the response was erased whole. */
    boolean isErased(UUID response) {
        return erased.contains(response.toString());
    }

    long last() {
        return chain.sequence();
    }
}
