package org.entezar.server;

import java.time.Clock;
import java.util.Map;
import org.entezar.api.RepeatedRequests;
import org.entezar.audit.Audit;
import org.entezar.audit.CheckpointMail;
import org.entezar.audit.CheckpointPlan;
import org.entezar.audit.Deletions;
import org.entezar.audit.Engagements;
import org.entezar.audit.WorkspaceArchives;
import org.entezar.audit.WorkspaceParts;
import org.entezar.calculator.MethodPages;
import org.entezar.calculator.PublicCalculator;
import org.entezar.collection.CampaignSharing;
import org.entezar.collection.Collection;
import org.entezar.collection.PersonalKeys;
import org.entezar.commitment.CategoryNames;
import org.entezar.commitment.Promises;
import org.entezar.commitment.Standards;
import org.entezar.demo.DemoWorkspaces;
import org.entezar.demo.SampleData;
import org.entezar.identity.Identity;
import org.entezar.identity.IdentitySettings;
import org.entezar.insight.Insights;
import org.entezar.insight.KeptInsights;
import org.entezar.insight.SatisfactionHistories;
import org.entezar.kernel.Caller;
import org.entezar.kernel.IdentityProviders;
import org.entezar.kernel.Uuids;
import org.entezar.platform.database.Database;
import org.entezar.platform.database.DatabaseSettings;
import org.entezar.platform.fairness.ConnectionShares;
import org.entezar.platform.jobs.Jobs;
import org.entezar.platform.mail.MailRound;
import org.entezar.platform.mail.MailSeal;
import org.entezar.platform.mail.Outbox;
import org.entezar.platform.tenancy.Quota;
import org.entezar.platform.tenancy.Work;
import org.entezar.questionnaire.Categories;
import org.entezar.questionnaire.Questionnaires;
import org.entezar.relationship.Cases;
import org.entezar.template.IndustryPlugins;
import org.entezar.template.TemplatePacks;
import org.entezar.workspace.Admission;
import org.entezar.workspace.ApiClientRegistry;
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
import org.entezar.workspace.OwnRoleDoor;
import org.entezar.workspace.OwnRoles;
import org.entezar.workspace.RegistrationPlan;
import org.entezar.workspace.Registrations;
import org.entezar.workspace.SavedViews;
import org.entezar.workspace.Sharing;
import org.entezar.workspace.SharingDoor;
import org.entezar.workspace.SignInRules;
import org.entezar.workspace.Standings;
import org.entezar.workspace.Turnstile;
import org.entezar.workspace.Withdrawal;
import org.entezar.workspace.WorkspaceDirectory;
import org.entezar.workspace.WorkspaceEnd;
import org.entezar.workspace.Workspaces;

/**
 * The product as plain objects: every facade with what it needs, made once at start and closed at the end. CDI only
 * hands out what stands here ({@link Wiring}), so that tests can build the same product without a container.
 */
public final class Composition implements AutoCloseable {

    private static final int JOBS_AT_ONCE = 3;

    private final Clock clock;
    private final Uuids ids;
    private final Database database;
    private final Work work;
    private final Identity identity;
    private final IndustryPlugins plugins;
    private final MailRound mailRound;
    private final Outbox outbox;
    private final Workspaces workspaces;
    private final Approvals approvals;
    private final Brands brands;
    private final Members members;
    private final MemberInvitations invitations;
    private final Admission admission;
    private final Registrations registrations;
    private final Founding founding;
    private final DirectoryDrift drift;
    private final SignInRules signInRules;
    private final SavedViews savedViews;
    private final OwnAccount ownAccount;
    private final OwnRoleDoor ownRoleDoor;
    private final OwnRoles ownRoles;
    private final SharingDoor sharingDoor;
    private final CampaignSharing campaignSharing;
    private final EnterpriseSignIn enterpriseSignIn;
    private final ApiClientRegistry apiClientRegistry;
    private final ApiClients apiClients;
    private final Standings standings;
    private final WorkspaceDirectory workspaceDirectory;
    private final BreakGlass breakGlass;
    private final Turnstile turnstile;
    private final Categories categories;
    private final Questionnaires questionnaires;
    private final Standards standards;
    private final Promises promises;
    private final CategoryNames categoryNames;
    private final Jobs jobs;
    private final Collection collection;
    private final Insights insights;
    private final KeptInsights keptInsights;
    private final SatisfactionHistories satisfactionHistories;
    private final Cases cases;
    private final Audit audit;
    private final WorkspaceArchives workspaceArchives;
    private final Deletions deletions;
    private final Engagements engagements;
    private final TemplatePacks packs;
    private final RepeatedRequests repeatedRequests;
    private final SampleData sampleData;
    private final PublicCalculator publicCalculator;
    private final MethodPages methodPages = new MethodPages();

    public Composition(
            DatabaseSettings databaseSettings,
            IdentitySettings identitySettings,
            IndustryPlugins plugins,
            AuditPlaces places,
            CheckpointPlan plan,
            MailPlan mail,
            RegistrationSettings openness,
            Map<Quota, Long> quotas,
            Clock clock) {
        this.clock = clock;
        this.ids = new Uuids(clock);
        this.database = Database.open(databaseSettings);
        Work ungated = new Work(database, clock);
        this.standings = new Standings(ungated, quotas);
        this.workspaceDirectory = new WorkspaceDirectory(ungated, standings);
        this.work = new Work(
                database,
                clock,
                new WorkspaceGate(standings, ConnectionShares.of(databaseSettings.maximumConnections())));
        this.breakGlass = new BreakGlass(work, workspaceDirectory, ids, clock);
        this.turnstile = new Turnstile(standings, breakGlass::note, clock);
        this.identity = new Identity(identitySettings, clock);
        this.plugins = plugins;
        MailSeal seal = MailSeal.in(mail.secrets());
        this.mailRound = new MailRound(work, seal, mail.post(clock), mail.from().domain(), MailRound.PAUSES, clock);
        this.outbox = new Outbox(work, ids, seal, mailRound, mail.readable());
        this.workspaces = new Workspaces(work, identity.directory(), plugins.ids());
        this.approvals = new Approvals(
                work, Map.of(Withdrawal.Kind.PLUGIN, plugins.ids(), Withdrawal.Kind.PACK, plugins.packIds()));
        this.brands = new Brands(work, workspaces);
        this.members = new Members(work, identity.directory());
        this.invitations = new MemberInvitations(work, identity.directory(), outbox, ids, identitySettings.publicUrl());
        this.admission = new Admission(work, identity.directory(), outbox);
        RegistrationPlan registrationPlan =
                new RegistrationPlan(openness.who(), identitySettings.publicUrl(), openness.perHour());
        this.registrations = new Registrations(work, workspaces, outbox, ids, registrationPlan, clock);
        this.founding =
                new Founding(work, workspaces, registrations, identity.foundings(), outbox, seal, registrationPlan);
        this.apiClientRegistry = new ApiClientRegistry(work, clock);
        this.apiClients =
                new ApiClients(work, identity.machineClients(), apiClientRegistry, ids, identity.tokenAddress());
        this.savedViews = new SavedViews(work, ids);
        this.signInRules = new SignInRules(work, identity.directory(), identity.signIns());
        this.ownAccount = new OwnAccount(work, identity.signIns());
        this.ownRoleDoor = new OwnRoleDoor(work);
        this.ownRoles = new OwnRoles(work, identity.directory(), ownRoleDoor);
        this.sharingDoor = new SharingDoor(work);
        IdentityProviders providers = identity.identityProviders(openness.privateProviders());
        this.enterpriseSignIn = new EnterpriseSignIn(work, providers, outbox, ids, identitySettings.publicUrl(), clock);
        this.drift = new DirectoryDrift(
                work,
                workspaces,
                identity.directory(),
                identity.organizations(),
                identity.foundings(),
                identity.machineClients(),
                apiClientRegistry,
                clock);
        this.categories = new Categories(work);
        this.questionnaires = new Questionnaires(work);
        this.standards = new Standards(work, workspaces, categories, ids);
        this.promises = new Promises(work, workspaces, categories, ids);
        this.categoryNames = new CategoryNames(work, categories);
        this.jobs = new Jobs(work, ids, JOBS_AT_ONCE);
        PersonalKeys personalKeys = PersonalKeys.in(mail.secrets());
        this.collection = new Collection(work, workspaces, questionnaires, jobs, personalKeys, ids, clock);
        this.campaignSharing = collection.sharing(new Sharing(work, members, ownRoles, sharingDoor));
        this.insights = new Insights(
                work, workspaces, categories, questionnaires, collection.campaigns(), collection.responses());
        this.keptInsights = new KeptInsights(work, insights, collection.sealedResponses(), ids, Release.version());
        this.satisfactionHistories = new SatisfactionHistories(
                work, workspaces, categories, questionnaires, collection.campaigns(), collection.responses());
        this.cases = new Cases(work, members, ownRoles, categories, collection, personalKeys, ids);
        this.audit = new Audit(
                work,
                collection.sealedResponses(),
                jobs,
                places.keys(),
                places.archives(),
                plan.by(new CheckpointMail(outbox, workspaces, members, mail.checkpoints())),
                clock);
        WorkspaceParts parts = new WorkspaceParts(
                workspaces,
                brands,
                members,
                ownRoles,
                categories,
                questionnaires,
                collection,
                keptInsights,
                standards,
                promises,
                cases);
        this.workspaceArchives = audit.workspaceArchives(parts, ids);
        this.deletions = audit.deletions(
                parts,
                new WorkspaceEnd(work, identity.directory(), identity.machineClients(), providers, apiClients),
                outbox,
                identitySettings.publicUrl());
        this.engagements = new Engagements(work, members, ids);
        this.packs = new TemplatePacks(work, plugins, workspaces, approvals, categories, questionnaires);
        this.publicCalculator = new PublicCalculator(clock);
        this.repeatedRequests = new RepeatedRequests(work);
        this.sampleData = new SampleData(
                work,
                plugins,
                workspaces,
                packs,
                questionnaires,
                collection.campaigns(),
                collection.responses(),
                jobs,
                clock);
    }

    SampleData sampleData() {
        return sampleData;
    }

    public RepeatedRequests repeatedRequests() {
        return repeatedRequests;
    }

    /** The demo's workspaces, to be filled after the start. */
    DemoWorkspaces demo() {
        return new DemoWorkspaces(
                plugins,
                workspaces,
                packs,
                questionnaires,
                collection.campaigns(),
                collection.responses(),
                standards,
                promises,
                cases,
                clock);
    }

    public IndustryPlugins plugins() {
        return plugins;
    }

    public Standings standings() {
        return standings;
    }

    public WorkspaceDirectory workspaceDirectory() {
        return workspaceDirectory;
    }

    public BreakGlass breakGlass() {
        return breakGlass;
    }

    public Turnstile turnstile() {
        return turnstile;
    }

    public Workspaces workspaces() {
        return workspaces;
    }

    public Brands brands() {
        return brands;
    }

    public Members members() {
        return members;
    }

    public MemberInvitations invitations() {
        return invitations;
    }

    public Admission admission() {
        return admission;
    }

    public Registrations registrations() {
        return registrations;
    }

    public Founding founding() {
        return founding;
    }

    /** What is left of a caller at this moment; each step goes by what the one before it left. */
    Caller admit(Caller caller) {
        return signInRules.admit(breakGlass.admit(sharingDoor.admit(ownRoleDoor.admit(engagements.admit(caller)))));
    }

    public Approvals approvals() {
        return approvals;
    }

    public OwnRoles ownRoles() {
        return ownRoles;
    }

    public CampaignSharing campaignSharing() {
        return campaignSharing;
    }

    public SavedViews savedViews() {
        return savedViews;
    }

    public SignInRules signInRules() {
        return signInRules;
    }

    public OwnAccount ownAccount() {
        return ownAccount;
    }

    public EnterpriseSignIn enterpriseSignIn() {
        return enterpriseSignIn;
    }

    public DirectoryDrift drift() {
        return drift;
    }

    public ApiClientRegistry apiClientRegistry() {
        return apiClientRegistry;
    }

    public ApiClients apiClients() {
        return apiClients;
    }

    public MailRound mailRound() {
        return mailRound;
    }

    public Outbox outbox() {
        return outbox;
    }

    public Categories categories() {
        return categories;
    }

    public Questionnaires questionnaires() {
        return questionnaires;
    }

    public Standards standards() {
        return standards;
    }

    public Promises promises() {
        return promises;
    }

    public CategoryNames categoryNames() {
        return categoryNames;
    }

    public Jobs jobs() {
        return jobs;
    }

    public Collection collection() {
        return collection;
    }

    public Insights insights() {
        return insights;
    }

    public KeptInsights keptInsights() {
        return keptInsights;
    }

    public SatisfactionHistories satisfactionHistories() {
        return satisfactionHistories;
    }

    public Cases cases() {
        return cases;
    }

    public Audit audit() {
        return audit;
    }

    public WorkspaceArchives workspaceArchives() {
        return workspaceArchives;
    }

    public Deletions deletions() {
        return deletions;
    }

    public Engagements engagements() {
        return engagements;
    }

    public TemplatePacks packs() {
        return packs;
    }

    public PublicCalculator publicCalculator() {
        return publicCalculator;
    }

    public MethodPages methodPages() {
        return methodPages;
    }

    public Clock clock() {
        return clock;
    }

    public Uuids ids() {
        return ids;
    }

    public Database database() {
        return database;
    }

    public Work work() {
        return work;
    }

    public Identity identity() {
        return identity;
    }

    @Override
    public void close() {
        audit.close();
        jobs.close();
        founding.close();
        drift.close();
        mailRound.close();
        collection.close();
        database.close();
    }
}
