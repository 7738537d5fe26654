package org.entezar.evidence.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.entezar.evidence.Canonical;
import org.entezar.evidence.Checkpoint;
import org.entezar.evidence.Hash;
import org.entezar.evidence.KeyStatement;
import org.entezar.evidence.Malformed;
import org.entezar.evidence.Merkle;
import org.entezar.evidence.SignedCheckpoint;
import org.entezar.evidence.VerifyingKey;
import org.entezar.evidence.archive.Finding.Code;

/** Keys and checkpoints of an archive: who signed what, and whether the states follow from each other. */
final class SignedStates {

    private static final int MOST_KEYS = 10_000;
    private static final int MOST_CHECKPOINTS = 2_000_000;

    private final String workspace;
    private final Trust trust;
    private final Findings findings;
    private final List<KeyStatement> statements = new ArrayList<>();
    private final Map<String, VerifyingKey> keys = new HashMap<>();
    private final TreeMap<Long, SignedCheckpoint> checkpoints = new TreeMap<>();
    private final Set<Long> recomputed = new HashSet<>();
    private final Map<Long, List<Checkpoint>> awaited = new HashMap<>();

    SignedStates(String workspace, Trust trust, Findings findings) {
        this.workspace = workspace;
        this.trust = trust;
        this.findings = findings;
    }

    void read(ArchiveFile file) throws IOException {
        file.read(Member.KEYS, (number, line) -> {
            if (statements.size() >= MOST_KEYS) {
                throw new Malformed("too many keys");
            }
            parsed(Member.KEYS, number, () -> statements.add(KeyStatement.parse(line)));
        });
        checkKeys();
        file.read(Member.CHECKPOINTS, (number, line) -> {
            if (checkpoints.size() >= MOST_CHECKPOINTS) {
                throw new Malformed("too many checkpoints");
            }
            parsed(Member.CHECKPOINTS, number, () -> take(SignedCheckpoint.parse(line)));
        });
        if (checkpoints.isEmpty()) {
            findings.add(Code.CHECKPOINT_NONE);
        }
        checkpoints.values().forEach(signed -> await(signed.checkpoint()));
        long elsewhere = trust.checkpoints().stream()
                .filter(given -> !given.checkpoint().workspace().equals(workspace))
                .count();
        if (elsewhere > 0) {
            findings.add(Code.GIVEN_CHECKPOINT_ELSEWHERE, elsewhere);
        }
        if (given().isEmpty()) {
            findings.add(Code.CHECKPOINT_NOT_GIVEN);
        }
        given().forEach(this::takeGiven);
    }

    /** A line that cannot be read is a finding, and the next one is read. */
    private void parsed(Member member, long number, Runnable reading) {
        try {
            reading.run();
        } catch (Malformed malformed) {
            findings.add(Code.LINE_MALFORMED, member.file(), number, String.valueOf(malformed.getMessage()));
        }
    }

    private void checkKeys() {
        Set<String> trusted = new HashSet<>();
        trust.keys().forEach(key -> {
            trusted.add(key.id());
            keys.put(key.id(), key);
        });
        Optional<KeyStatement> before = Optional.empty();
        for (KeyStatement statement : statements) {
            if (!statement.follows(before) && !trusted.contains(statement.key().id())) {
                findings.add(Code.KEY_CUSTODY_BROKEN, statement.key().id(), statement.at());
            }
            keys.put(statement.key().id(), statement.key());
            before = Optional.of(statement);
        }
        if (statements.isEmpty()) {
            findings.add(Code.KEY_CUSTODY_BROKEN, "-", "-");
        } else if (trust.keys().isEmpty()) {
            findings.add(
                    Code.KEY_NOT_GIVEN,
                    statements.get(statements.size() - 1).key().id());
        }
        Set<String> known = new HashSet<>(ids());
        trusted.stream().filter(id -> !known.contains(id)).forEach(id -> findings.add(Code.KEY_UNKNOWN, id));
    }

    private void take(SignedCheckpoint signed) {
        Checkpoint state = signed.checkpoint();
        if (!state.workspace().equals(workspace) || !isSigned(signed)) {
            findings.add(Code.CHECKPOINT_SIGNATURE, state.size());
        }
        if (!checkpoints.isEmpty() && checkpoints.lastKey() >= state.size()) {
            findings.add(Code.CHECKPOINT_ORDER, state.size());
        }
        checkpoints.put(state.size(), signed);
    }

    private boolean isSigned(SignedCheckpoint signed) {
        VerifyingKey key = keys.get(signed.checkpoint().key());
        return key != null && signed.isSignedBy(key);
    }

    private void takeGiven(SignedCheckpoint signed) {
        Checkpoint state = signed.checkpoint();
        if (!isSigned(signed)) {
            findings.add(Code.GIVEN_CHECKPOINT_SIGNATURE, state.size(), state.at());
        }
        await(state);
    }

    private List<SignedCheckpoint> given() {
        return trust.checkpoints().stream()
                .filter(signed -> signed.checkpoint().workspace().equals(workspace))
                .toList();
    }

    private void await(Checkpoint state) {
        awaited.computeIfAbsent(state.size(), size -> new ArrayList<>()).add(state);
    }

    /** Whether some checkpoint states the tree of that size. */
    boolean awaits(long size) {
        return awaited.containsKey(size);
    }

    /** Compares what checkpoints state with what the entries come to. */
    void compare(long size, Hash head, Hash root) {
        recomputed.add(size);
        SignedCheckpoint own = checkpoints.get(size);
        for (Checkpoint state : awaited.getOrDefault(size, List.of())) {
            if (!state.root().equals(root) || !state.head().equals(head)) {
                boolean mine = own != null && state.equals(own.checkpoint());
                findings.add(mine ? Code.CHECKPOINT_DIFFERS : Code.GIVEN_CHECKPOINT_DIFFERS, size, state.at());
            }
        }
    }

    /** After the entries: every checkpoint must follow from the one before, and every given one must be known. */
    void conclude(ArchiveFile file, long last) throws IOException {
        Map<Long, ObjectNode> proofs = new HashMap<>();
        file.read(Member.CONSISTENCY, (number, line) -> {
            ObjectNode proof = Canonical.readObject(line);
            if (proof.size() != 3 || !Arrays.equals(Canonical.bytes(proof), line)) {
                throw new Malformed("a proof between checkpoints in another form");
            }
            proofs.put(proof.path("to").asLong(), proof);
        });
        Optional<SignedCheckpoint> before = Optional.empty();
        for (SignedCheckpoint signed : checkpoints.values()) {
            Hash previous = before.map(one -> one.checkpoint().hash()).orElse(Hash.ZERO);
            if (!signed.checkpoint().previous().equals(previous)) {
                findings.add(Code.CHECKPOINT_MISSING, signed.checkpoint().size());
            }
            if (before.isPresent() && !follows(before.get().checkpoint(), signed.checkpoint(), proofs)) {
                findings.add(
                        Code.CHECKPOINT_INCONSISTENT,
                        before.get().checkpoint().size(),
                        signed.checkpoint().size());
            }
            before = Optional.of(signed);
        }
        long newest = newest();
        if (last > newest) {
            findings.add(Code.TAIL_UNSIGNED, newest + 1, last);
        }
        for (SignedCheckpoint signed : given()) {
            concludeGiven(signed.checkpoint(), newest);
        }
    }

    private void concludeGiven(Checkpoint given, long newest) {
        if (recomputed.contains(given.size())) {
            return;
        }
        SignedCheckpoint own = checkpoints.get(given.size());
        if (own == null) {
            boolean beyond = given.size() > newest;
            findings.add(
                    beyond ? Code.GIVEN_CHECKPOINT_BEYOND : Code.GIVEN_CHECKPOINT_UNKNOWN,
                    given.size(),
                    given.at(),
                    newest);
        } else if (!own.checkpoint().root().equals(given.root())
                || !own.checkpoint().head().equals(given.head())) {
            findings.add(Code.GIVEN_CHECKPOINT_DIFFERS, given.size(), given.at());
        }
    }

    private boolean follows(Checkpoint before, Checkpoint after, Map<Long, ObjectNode> proofs) {
        if (recomputed.contains(before.size()) && recomputed.contains(after.size())) {
            return true;
        }
        ObjectNode proof = proofs.get(after.size());
        if (proof == null || proof.path("from").asLong() != before.size()) {
            return false;
        }
        List<Hash> hashes = new ArrayList<>();
        for (JsonNode hash : proof.path("proof")) {
            hashes.add(Hash.parse(hash.asText()));
        }
        return Merkle.isConsistent(before.size(), before.root(), after.size(), after.root(), hashes);
    }

    Optional<VerifyingKey> key(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    List<String> ids() {
        return statements.stream().map(statement -> statement.key().id()).toList();
    }

    /** Entries that the newest checkpoint states; 0 without any. */
    long newest() {
        return checkpoints.isEmpty() ? 0 : checkpoints.lastKey();
    }

    int count() {
        return checkpoints.size();
    }
}
