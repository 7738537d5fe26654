package org.entezar.audit;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * When an installation signs the histories of its workspaces, and where it hands the checkpoints.
 *
 * @param every how much time passes at least between two checkpoints of a workspace that are made by themselves
 * @param keyAge how long a key signs before it hands custody to the next
 * @param file to which checkpoints are appended
 * @param address to which checkpoints are posted
 * @param mail by which they go to auditors
 */
public record CheckpointPlan(
        Duration every, Duration keyAge, Optional<Path> file, Optional<URI> address, Optional<CheckpointMail> mail) {

    /** The same, with mail besides. */
    public CheckpointPlan by(CheckpointMail post) {
        return new CheckpointPlan(every, keyAge, file, address, Optional.of(post));
    }

    /** Once an hour, a new key each year, nowhere outside. */
    public static final CheckpointPlan USUAL = new CheckpointPlan(
            Duration.ofHours(1), Duration.ofDays(365), Optional.empty(), Optional.empty(), Optional.empty());
}
