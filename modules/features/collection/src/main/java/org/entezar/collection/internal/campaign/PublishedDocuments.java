package org.entezar.collection.internal.campaign;

import org.entezar.kernel.WorkspaceId;
import org.entezar.questionnaire.Questionnaire;

/** Where the documents of published versions come from. They never change, so they are kept in memory. */
@FunctionalInterface
public interface PublishedDocuments {

    /**
     * The document of one published version.
     *
     * @throws org.entezar.kernel.Problem {@link org.entezar.kernel.ErrorCode#NOT_FOUND} when there is none
     */
    Questionnaire document(WorkspaceId workspace, String questionnaire, int version);
}
