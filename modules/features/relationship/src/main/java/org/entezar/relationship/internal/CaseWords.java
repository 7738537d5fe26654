package org.entezar.relationship.internal;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entezar.collection.PersonalKeys;
import org.entezar.collection.SubjectKey;
import org.entezar.relationship.CaseId;

/** Seals the words of a case by a key of its own and opens them again, each bound to its place in the case. */
public final class CaseWords {

    private static final String TITLE = "title";
    private static final String OUTCOME = "outcome";

    private final Optional<SubjectKey> key;

    private CaseWords(Optional<SubjectKey> key) {
        this.key = key;
    }

    /** Under a new key. */
    static CaseWords fresh(PersonalKeys keys, CaseId id) {
        return new CaseWords(Optional.of(keys.fresh(subject(id))));
    }

    /** Under the key that is kept, if there still is one. */
    static CaseWords of(PersonalKeys keys, CaseId id, Optional<byte[]> stored) {
        return new CaseWords(stored.flatMap(bytes -> keys.opened(subject(id), bytes)));
    }

    private static String subject(CaseId id) {
        return "case/" + id;
    }

    byte[] stored() {
        return key.orElseThrow().stored();
    }

    String sealTitle(String words) {
        return seal(TITLE, words);
    }

    Optional<String> title(String sealed) {
        return open(TITLE, sealed);
    }

    String sealOutcome(String words) {
        return seal(OUTCOME, words);
    }

    Optional<String> outcome(String sealed) {
        return open(OUTCOME, sealed);
    }

    String sealEntry(UUID entry, String words) {
        return seal(place(entry), words);
    }

    Optional<String> entry(UUID entry, String sealed) {
        return open(place(entry), sealed);
    }

    private static String place(UUID entry) {
        return "log/" + entry;
    }

    private String seal(String place, String words) {
        return key.orElseThrow().seal(place, words);
    }

    private Optional<String> open(String place, String sealed) {
        return key.flatMap(opened -> opened.open(place, sealed));
    }

    /** Words as history keeps them. */
    public static Map<String, String> told(String sealed) {
        return Map.of("sealed", sealed);
    }
}
