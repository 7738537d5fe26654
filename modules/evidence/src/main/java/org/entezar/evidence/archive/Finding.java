package org.entezar.evidence.archive;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Something that a verification found: a fault, or a note that a reader should know.
 *
 * @param code what it is
 * @param arguments what its text names: a sequence, an id, a file
 */
public record Finding(Code code, List<Object> arguments) {

    /** What can be found. Texts in all languages stand in the bundle {@code findings}, keyed by the name. */
    public enum Code {
        FILE_MISSING,
        FILE_UNKNOWN,
        FILE_CHANGED,
        LINE_MALFORMED,
        ARCHIVE_UNREADABLE,
        SEAL_INVALID,
        KEY_CUSTODY_BROKEN,
        KEY_UNKNOWN,
        KEY_NOT_GIVEN(true),
        CHECKPOINT_NOT_GIVEN(true),
        CHECKPOINT_SIGNATURE,
        CHECKPOINT_ORDER,
        CHECKPOINT_DIFFERS,
        CHECKPOINT_INCONSISTENT,
        CHECKPOINT_MISSING,
        CHECKPOINT_NONE,
        BEGINNING_INVALID,
        TAIL_MISSING,
        TAIL_UNSIGNED,
        ENTRY_MISSING,
        ENTRY_OUT_OF_ORDER,
        ENTRY_ALTERED,
        ENTRY_FOREIGN,
        ENTRY_CHAIN_BROKEN,
        ENTRY_INDEX,
        BATCH_MISSING,
        BATCH_UNKNOWN,
        BATCH_ALTERED,
        RESPONSE_ALTERED,
        RESPONSE_MISSING,
        RESPONSE_MISSING_LATER(true),
        RESPONSE_NOT_ERASED,
        RESPONSE_UNSEALED,
        RESPONSE_WITHDRAWN,
        RESPONSE_NOT_WITHDRAWN,
        RESPONSE_NOT_SUPERSEDED,
        RESPONSE_CORRECTION,
        RESPONSE_WITHDRAWN_LATER(true),
        VECTOR_ALTERED,
        VECTOR_MISSING,
        VECTOR_UNKNOWN,
        GIVEN_CHECKPOINT_SIGNATURE,
        GIVEN_CHECKPOINT_DIFFERS,
        GIVEN_CHECKPOINT_BEYOND,
        GIVEN_CHECKPOINT_UNKNOWN,
        GIVEN_CHECKPOINT_ELSEWHERE(true),
        PROOF_UNREADABLE,
        PROOF_ENTRY,
        PROOF_RESPONSE,
        PROOF_NOT_COMPARED(true);

        private final boolean note;

        Code() {
            this(false);
        }

        Code(boolean note) {
            this.note = note;
        }

        /** Whether it is to be known and no fault. */
        public boolean isNote() {
            return note;
        }
    }

    public Finding {
        arguments = List.copyOf(arguments);
    }

    static Finding of(Code code, Object... arguments) {
        return new Finding(code, List.of(arguments));
    }

    /** The finding in words. */
    public String text(Locale language) {
        Object[] texts = arguments.stream().map(String::valueOf).toArray();
        return new MessageFormat(bundle(language).getString(code.name()), Locale.ROOT).format(texts);
    }

    static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                "org.entezar.evidence.archive.findings",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
