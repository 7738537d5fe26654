package org.entezar.insight.internal;

import java.util.List;
import java.util.Optional;
import org.entezar.collection.CampaignId;
import org.entezar.collection.Campaigns;
import org.entezar.collection.FieldedVersion;
import org.entezar.kernel.Caller;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Moment;
import org.entezar.questionnaire.Categories;
import org.entezar.questionnaire.Category;
import org.entezar.questionnaire.CategoryTreeChange;
import org.entezar.questionnaire.Questionnaires;
import org.entezar.questionnaire.Version;
import org.entezar.workspace.MinimumGroupChange;
import org.entezar.workspace.Workspaces;

/**
 * Gathers what figures are made with, now or as it was. What a campaign asks never changes: its version is fixed when it
 * is made, and a published version cannot be altered.
 */
public final class Bases {

    private static final String PART = "insight";

    private final Workspaces workspaces;
    private final Categories categories;
    private final Questionnaires questionnaires;
    private final Campaigns campaigns;

    public Bases(Workspaces workspaces, Categories categories, Questionnaires questionnaires, Campaigns campaigns) {
        this.workspaces = workspaces;
        this.categories = categories;
        this.questionnaires = questionnaires;
        this.campaigns = campaigns;
    }

    /** Whoever may see figures sees them without being let at what they are made with. */
    public static Caller product(WorkspaceId workspace) {
        return Caller.product(PART, workspace);
    }

    /** As it is, or as it was at the moment. */
    public Basis of(WorkspaceId workspace, CampaignId campaign, Optional<Moment> moment) {
        Caller product = product(workspace);
        FieldedVersion fielded = campaigns.fielded(product, workspace, campaign);
        return new Basis(
                version(workspace, fielded),
                fielded.simulated(),
                moment.map(then -> categories.tree(product, workspace, then))
                        .orElseGet(() -> categories.tree(product, workspace))
                        .categories(),
                minimumGroup(workspace, moment));
    }

    /** What the campaign asks. */
    public Version version(WorkspaceId workspace, CampaignId campaign) {
        return version(workspace, campaigns.fielded(product(workspace), workspace, campaign));
    }

    private Version version(WorkspaceId workspace, FieldedVersion fielded) {
        return questionnaires.version(product(workspace), workspace, fielded.questionnaire(), fielded.version());
    }

    /** The smallest group that is shown, now or at the moment. */
    public int minimumGroup(WorkspaceId workspace, Optional<Moment> moment) {
        Caller product = product(workspace);
        return moment.map(then -> workspaces.minimumGroup(product, workspace, then))
                .orElseGet(() -> workspaces.get(product, workspace).minimumGroup());
    }

    /** Today's categories, each before those below it. */
    public List<Category> categories(WorkspaceId workspace) {
        return categories.tree(product(workspace), workspace).all().toList();
    }

    List<CategoryTreeChange> treeChanges(WorkspaceId workspace, Moment then, Moment now) {
        return categories.changes(product(workspace), workspace, then, now);
    }

    List<MinimumGroupChange> minimumGroupChanges(WorkspaceId workspace, Moment then, Moment now) {
        return workspaces.minimumGroupChanges(product(workspace), workspace, then, now);
    }
}
