package org.entezar.relationship;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What shall hold of a case from now on: all of it takes the place of what held before.
 *
 * @param category a key of the workspace's tree, or the one that the case has
 * @param assignee subject of a member who may work cases, or of whoever works it already
 * @param due by what day it should be resolved
 */
public record CaseChange(
        Severity severity, Optional<String> category, Optional<String> assignee, Optional<LocalDate> due) {

    /** What holds of the case now. */
    public static CaseChange none(ServiceCase now) {
        return new CaseChange(now.severity(), now.category(), now.assignee().map(Assignee::subject), now.due());
    }
}
