package org.entezar.relationship;

import java.time.LocalDate;
import java.util.Optional;
import org.entezar.collection.ResponseId;

/**
 * A case that is to be opened.
 *
 * @param category a key of the workspace's tree
 * @param response that it comes from, of this workspace
 * @param title what it is about, at most {@value #LONGEST_TITLE} characters
 * @param assignee subject of a member who may work cases
 * @param due by what day it should be resolved
 */
public record NewCase(
        CaseKind kind,
        Severity severity,
        Optional<String> category,
        Optional<ResponseId> response,
        String title,
        Optional<String> assignee,
        Optional<LocalDate> due) {

    /** Most characters of a title. */
    public static final int LONGEST_TITLE = 200;

    /** One with a title alone. */
    public static NewCase of(CaseKind kind, Severity severity, String title) {
        return new NewCase(
                kind, severity, Optional.empty(), Optional.empty(), title, Optional.empty(), Optional.empty());
    }

    /** The same, from this response. */
    public NewCase from(ResponseId origin) {
        return new NewCase(kind, severity, category, Optional.of(origin), title, assignee, due);
    }
}
