package org.entezar.workspace;

import java.time.Instant;
import java.util.Locale;

/**
 * That no workspace of the installation may use something for now.
 *
 * @param kind what it is
 * @param id its id
 * @param reason why, as the operator said
 * @param withdrawnBy name of the operator
 * @param withdrawnAt since when
 */
public record Withdrawal(Kind kind, String id, String reason, String withdrawnBy, Instant withdrawnAt) {

    /** What an installation brings for workspaces to use. */
    public enum Kind {
        PLUGIN,
        PACK;

        /** As history names it. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
