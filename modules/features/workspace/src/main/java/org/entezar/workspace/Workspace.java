package org.entezar.workspace;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.WorkspaceId;

/**
 * An organisation's own isolated place, with its settings.
 *
 * @param id the organization's id at the identity provider
 * @param alias its name in addresses
 * @param name its name for people
 * @param languages BCP 47 tags in which it works; the first is its default
 * @param timeZone IANA name, such as {@code Asia/Tehran}; days of reports begin by it
 * @param minimumGroup smallest number of respondents that a report shows
 * @param plugins ids of the industry plugins switched on
 * @param calendar in which days are read: {@code reader}, {@code gregorian} or {@code persian}
 * @param createdAt when it was created here
 */
public record Workspace(
        WorkspaceId id,
        String alias,
        LocalizedText name,
        List<String> languages,
        String timeZone,
        int minimumGroup,
        Set<String> plugins,
        String calendar,
        Instant createdAt) {

    /** Smallest group shown where a workspace has not said otherwise. */
    public static final int DEFAULT_MINIMUM_GROUP = 5;

    public Workspace {
        languages = List.copyOf(languages);
        plugins = Set.copyOf(plugins);
    }

    /** The language that texts fall back to. */
    public String defaultLanguage() {
        return languages.get(0);
    }
}
