package org.entezar.workspace;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entezar.kernel.LocalizedText;

/**
 * Settings to change; what is absent stays as it is.
 *
 * @param name for people
 * @param languages BCP 47 tags, the first being the default
 * @param timeZone IANA name
 * @param minimumGroup smallest group that reports show, {@value #SMALLEST_GROUP} to {@value #LARGEST_GROUP}
 * @param plugins ids of the industry plugins that are to be on, all of them
 * @param calendar {@code reader}, {@code gregorian} or {@code persian}
 */
public record WorkspaceSettings(
        Optional<LocalizedText> name,
        Optional<List<String>> languages,
        Optional<String> timeZone,
        Optional<Integer> minimumGroup,
        Optional<Set<String>> plugins,
        Optional<String> calendar) {

    /** Below this a group could be one person and a friend. */
    public static final int SMALLEST_GROUP = 3;

    public static final int LARGEST_GROUP = 1000;

    public static final WorkspaceSettings UNCHANGED = new WorkspaceSettings(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
