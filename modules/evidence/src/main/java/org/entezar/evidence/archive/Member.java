package org.entezar.evidence.archive;

/** The files of an archive, in their order. All are UTF-8; those called jsonl have a JSON value on each line. */
public enum Member {
    README_EN("README.en.txt"),
    README_FA("README.fa.txt"),
    README_ZH_HANS("README.zh-Hans.txt"),
    /** What the archive covers. */
    MANIFEST("manifest.json"),
    /** The signing keys, each handed custody by the one before. */
    KEYS("keys.jsonl"),
    /** Every checkpoint of the workspace, the smallest first. */
    CHECKPOINTS("checkpoints.jsonl"),
    /** Proofs between checkpoints whose entries are not all here. */
    CONSISTENCY("consistency.jsonl"),
    /** The entries, row by row as they are stored. */
    ENTRIES("entries.jsonl"),
    /** The sealed batches, each a line that tells its leaves, then the canonical form of each response as stored now. */
    RESPONSES("responses.jsonl"),
    /** Responses that are stored and were never sealed. */
    STRAYS("strays.jsonl"),
    /** Hashes of all other files, signed. */
    SEAL("seal.json");

    private final String file;

    Member(String file) {
        this.file = file;
    }

    /** Name in the zip file. */
    public String file() {
        return file;
    }
}
