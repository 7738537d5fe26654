package org.entezar.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.entezar.audit.Checkpoints;
import org.entezar.audit.Deletions;
import org.entezar.audit.Engagements;
import org.entezar.audit.EvidenceExports;
import org.entezar.audit.History;
import org.entezar.audit.HistoryChecks;
import org.entezar.audit.Proofs;
import org.entezar.audit.WorkspaceArchives;
import org.entezar.collection.CampaignSharing;
import org.entezar.collection.Campaigns;
import org.entezar.collection.Consents;
import org.entezar.collection.Holds;
import org.entezar.collection.Imports;
import org.entezar.collection.PersonRights;
import org.entezar.collection.Persons;
import org.entezar.collection.PublicLinks;
import org.entezar.collection.ResponseLists;
import org.entezar.collection.Responses;
import org.entezar.collection.Retention;
import org.entezar.collection.Usages;
import org.entezar.collection.Visits;
import org.entezar.commitment.CategoryNames;
import org.entezar.commitment.Promises;
import org.entezar.commitment.Standards;
import org.entezar.insight.Insights;
import org.entezar.insight.KeptInsights;
import org.entezar.insight.SatisfactionHistories;
import org.entezar.questionnaire.Categories;
import org.entezar.questionnaire.Questionnaires;
import org.entezar.relationship.Cases;
import org.entezar.template.IndustryPlugins;
import org.entezar.template.TemplatePacks;
import org.entezar.workspace.Admission;
import org.entezar.workspace.ApiClients;
import org.entezar.workspace.Approvals;
import org.entezar.workspace.Brands;
import org.entezar.workspace.BreakGlass;
import org.entezar.workspace.DirectoryDrift;
import org.entezar.workspace.EnterpriseSignIn;
import org.entezar.workspace.Founding;
import org.entezar.workspace.MemberInvitations;
import org.entezar.workspace.Members;
import org.entezar.workspace.OwnAccount;
import org.entezar.workspace.OwnRoles;
import org.entezar.workspace.Registrations;
import org.entezar.workspace.SavedViews;
import org.entezar.workspace.SignInRules;
import org.entezar.workspace.Standings;
import org.entezar.workspace.WorkspaceDirectory;
import org.entezar.workspace.Workspaces;

/** Hands the faces of the features, which the {@link Composition} made, to whoever injects them. */
@ApplicationScoped
public class FeatureWiring {

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Wiring wiring;

    private Composition parts() {
        return wiring.composition();
    }

    @Produces
    @Singleton
    WorkspaceDirectory workspaceDirectory() {
        return parts().workspaceDirectory();
    }

    @Produces
    @Singleton
    BreakGlass breakGlass() {
        return parts().breakGlass();
    }

    @Produces
    @Singleton
    Standings standings() {
        return parts().standings();
    }

    @Produces
    @Singleton
    Usages usages() {
        return parts().collection().usages(parts().members(), parts().invitations(), parts().turnstile());
    }

    @Produces
    @Singleton
    Workspaces workspaces() {
        return parts().workspaces();
    }

    @Produces
    @Singleton
    Brands brands() {
        return parts().brands();
    }

    @Produces
    @Singleton
    Members members() {
        return parts().members();
    }

    @Produces
    @Singleton
    MemberInvitations invitations() {
        return parts().invitations();
    }

    @Produces
    @Singleton
    Admission admission() {
        return parts().admission();
    }

    @Produces
    @Singleton
    Registrations registrations() {
        return parts().registrations();
    }

    @Produces
    @Singleton
    Founding founding() {
        return parts().founding();
    }

    @Produces
    @Singleton
    SavedViews savedViews() {
        return parts().savedViews();
    }

    @Produces
    @Singleton
    SignInRules signInRules() {
        return parts().signInRules();
    }

    @Produces
    @Singleton
    OwnRoles ownRoles() {
        return parts().ownRoles();
    }

    @Produces
    @Singleton
    CampaignSharing campaignSharing() {
        return parts().campaignSharing();
    }

    @Produces
    @Singleton
    Approvals approvals() {
        return parts().approvals();
    }

    @Produces
    @Singleton
    OwnAccount ownAccount() {
        return parts().ownAccount();
    }

    @Produces
    @Singleton
    EnterpriseSignIn enterpriseSignIn() {
        return parts().enterpriseSignIn();
    }

    @Produces
    @Singleton
    DirectoryDrift drift() {
        return parts().drift();
    }

    @Produces
    @Singleton
    ApiClients apiClients() {
        return parts().apiClients();
    }

    @Produces
    @Singleton
    Categories categories() {
        return parts().categories();
    }

    @Produces
    @Singleton
    Questionnaires questionnaires() {
        return parts().questionnaires();
    }

    @Produces
    @Singleton
    Standards standards() {
        return parts().standards();
    }

    @Produces
    @Singleton
    CategoryNames categoryNames() {
        return parts().categoryNames();
    }

    @Produces
    @Singleton
    Promises promises() {
        return parts().promises();
    }

    @Produces
    @Singleton
    Campaigns campaigns() {
        return parts().collection().campaigns();
    }

    @Produces
    @Singleton
    PublicLinks publicLinks() {
        return parts().collection().publicLinks();
    }

    @Produces
    @Singleton
    Visits visits() {
        return parts().collection().visits();
    }

    @Produces
    @Singleton
    ResponseLists responseLists() {
        return parts().collection().responseLists();
    }

    @Produces
    @Singleton
    Responses responses() {
        return parts().collection().responses();
    }

    @Produces
    @Singleton
    Persons persons() {
        return parts().collection().persons();
    }

    @Produces
    @Singleton
    PersonRights personRights() {
        return parts().collection().personRights();
    }

    @Produces
    @Singleton
    Consents consents() {
        return parts().collection().consents();
    }

    @Produces
    @Singleton
    Retention retention() {
        return parts().collection().retention();
    }

    @Produces
    @Singleton
    Holds holds() {
        return parts().collection().holds();
    }

    @Produces
    @Singleton
    Imports imports() {
        return parts().collection().imports();
    }

    @Produces
    @Singleton
    Insights insights() {
        return parts().insights();
    }

    @Produces
    @Singleton
    KeptInsights keptInsights() {
        return parts().keptInsights();
    }

    @Produces
    @Singleton
    SatisfactionHistories satisfactionHistories() {
        return parts().satisfactionHistories();
    }

    @Produces
    @Singleton
    Cases cases() {
        return parts().cases();
    }

    @Produces
    @Singleton
    History history() {
        return parts().audit().history();
    }

    @Produces
    @Singleton
    Checkpoints checkpoints() {
        return parts().audit().checkpoints();
    }

    @Produces
    @Singleton
    EvidenceExports evidenceExports() {
        return parts().audit().exports();
    }

    @Produces
    @Singleton
    HistoryChecks historyChecks() {
        return parts().audit().checks();
    }

    @Produces
    @Singleton
    WorkspaceArchives workspaceArchives() {
        return parts().workspaceArchives();
    }

    @Produces
    @Singleton
    Deletions deletions() {
        return parts().deletions();
    }

    @Produces
    @Singleton
    Engagements engagements() {
        return parts().engagements();
    }

    @Produces
    @Singleton
    Proofs proofs() {
        return parts().audit().proofs();
    }

    @Produces
    @Singleton
    TemplatePacks packs() {
        return parts().packs();
    }

    @Produces
    @Singleton
    IndustryPlugins plugins() {
        return parts().plugins();
    }
}
