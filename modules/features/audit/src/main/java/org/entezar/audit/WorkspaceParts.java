package org.entezar.audit;

import org.entezar.collection.Collection;
import org.entezar.commitment.Promises;
import org.entezar.commitment.Standards;
import org.entezar.insight.KeptInsights;
import org.entezar.questionnaire.Categories;
import org.entezar.questionnaire.Questionnaires;
import org.entezar.relationship.Cases;
import org.entezar.workspace.Brands;
import org.entezar.workspace.Members;
import org.entezar.workspace.OwnRoles;
import org.entezar.workspace.Workspaces;

/**
 * The faces through which everything of a workspace is read and brought in.
 *
 * @param workspaces its settings
 * @param brands its look
 * @param members its people
 * @param ownRoles roles that it made for itself
 * @param categories what it asks about
 * @param questionnaires how it asks
 * @param collection whom it asked and what they said
 * @param insights what it kept
 * @param standards what it holds itself to
 * @param promises what it told its customers
 * @param cases what it makes good
 */
public record WorkspaceParts(
        Workspaces workspaces,
        Brands brands,
        Members members,
        OwnRoles ownRoles,
        Categories categories,
        Questionnaires questionnaires,
        Collection collection,
        KeptInsights insights,
        Standards standards,
        Promises promises,
        Cases cases) {}
