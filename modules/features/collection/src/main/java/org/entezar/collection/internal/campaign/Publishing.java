package org.entezar.collection.internal.campaign;

import org.entezar.kernel.Caller;
import org.entezar.kernel.WorkspaceId;
import org.entezar.questionnaire.Questionnaire;

/** Begins a questionnaire and publishes it at once, as its own feature does. */
@FunctionalInterface
public interface Publishing {

    /** Returns the number of the published version. */
    int publish(Caller caller, WorkspaceId workspace, Questionnaire document);
}
