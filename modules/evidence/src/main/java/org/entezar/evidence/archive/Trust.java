package org.entezar.evidence.archive;

import java.util.List;
import org.entezar.evidence.SignedCheckpoint;
import org.entezar.evidence.VerifyingKey;

/**
 * What the reader of an archive knows from elsewhere and need not take the archive's word for.
 *
 * @param keys signing keys of the installation
 * @param checkpoints earlier checkpoints, from an earlier archive or an anchor
 */
public record Trust(List<VerifyingKey> keys, List<SignedCheckpoint> checkpoints) {

    /** Nothing. */
    public static final Trust NONE = new Trust(List.of(), List.of());

    public Trust {
        keys = List.copyOf(keys);
        checkpoints = List.copyOf(checkpoints);
    }
}
