package org.entezar.server;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.entezar.api.RepeatedRequests;
import org.entezar.audit.CheckpointPlan;
import org.entezar.audit.Checkpoints;
import org.entezar.audit.Deletions;
import org.entezar.audit.Engagements;
import org.entezar.audit.EvidenceExports;
import org.entezar.audit.History;
import org.entezar.audit.HistoryChecks;
import org.entezar.audit.Proofs;
import org.entezar.audit.WorkspaceArchives;
import org.entezar.calculator.MethodPages;
import org.entezar.calculator.PublicCalculator;
import org.entezar.collection.CampaignSharing;
import org.entezar.collection.Campaigns;
import org.entezar.collection.Consents;
import org.entezar.collection.Holds;
import org.entezar.collection.Imports;
import org.entezar.collection.PersonRights;
import org.entezar.collection.Persons;
import org.entezar.collection.PublicAddress;
import org.entezar.collection.PublicLinks;
import org.entezar.collection.ResponseLists;
import org.entezar.collection.Responses;
import org.entezar.collection.Retention;
import org.entezar.collection.Usages;
import org.entezar.collection.Visits;
import org.entezar.console.insight.Printer;
import org.entezar.identity.IdentitySettings;
import org.entezar.insight.Insights;
import org.entezar.insight.KeptInsights;
import org.entezar.insight.SatisfactionHistories;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Directory;
import org.entezar.kernel.WorkspaceId;
import org.entezar.kernel.settings.Setting;
import org.entezar.kernel.settings.Settings;
import org.entezar.platform.database.DatabaseSettings;
import org.entezar.platform.health.Health;
import org.entezar.platform.jobs.Jobs;
import org.entezar.platform.mail.Outbox;
import org.entezar.platform.tenancy.Quota;
import org.entezar.platform.tenancy.Work;
import org.entezar.questionnaire.Categories;
import org.entezar.questionnaire.Questionnaires;
import org.entezar.survey.PageKey;
import org.entezar.survey.SurveyPages;
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
import org.entezar.workspace.Turnstile;
import org.entezar.workspace.WorkspaceDirectory;
import org.entezar.workspace.Workspaces;

/** Hands the parts of the {@link Composition} to whoever injects them. */
@ApplicationScoped
public class Wiring {

    @SuppressWarnings("NullAway.Init")
    private Composition composition;

    private boolean demo;

    @SuppressWarnings("NullAway.Init")
    private PublicAddress publicAddress;

    @SuppressWarnings("NullAway.Init")
    private Optional<Path> printingBrowser;

    @SuppressWarnings("NullAway.Init")
    private Path data;

    @SuppressWarnings("NullAway.Init")
    private Path secrets;

    /** Not in the constructor, which CDI calls for its proxy as well. */
    @PostConstruct
    void compose() {
        Settings settings = Settings.read(System.getenv(), Path.of("").toAbsolutePath());
        this.data = settings.path(Setting.DATA_DIR);
        this.secrets = data.resolve("secrets");
        this.composition = new Composition(
                database(settings),
                identity(settings),
                IndustryPlugins.installed(Wiring.class.getClassLoader()),
                places(settings),
                checkpointPlan(settings),
                MailPlan.of(settings),
                RegistrationSettings.of(settings),
                quotas(settings),
                Clock.systemUTC());
        this.demo = settings.flag(Setting.DEMO);
        this.publicAddress = new PublicAddress(URI.create(settings.text(Setting.PUBLIC_URL)));
        this.printingBrowser = settings.isGiven(Setting.REPORT_BROWSER)
                ? Optional.of(settings.path(Setting.REPORT_BROWSER))
                : Printer.installed();
    }

    private static AuditPlaces places(Settings settings) {
        Path data = settings.path(Setting.DATA_DIR);
        return new AuditPlaces(
                settings.isGiven(Setting.EVIDENCE_KEY_DIR)
                        ? settings.path(Setting.EVIDENCE_KEY_DIR)
                        : data.resolve("secrets"),
                data.resolve("evidence"));
    }

    private static CheckpointPlan checkpointPlan(Settings settings) {
        return new CheckpointPlan(
                Duration.ofMinutes(settings.number(Setting.EVIDENCE_CHECKPOINT_MINUTES)),
                Duration.ofDays(settings.number(Setting.EVIDENCE_KEY_DAYS)),
                settings.isGiven(Setting.EVIDENCE_ANCHOR_FILE)
                        ? Optional.of(settings.path(Setting.EVIDENCE_ANCHOR_FILE))
                        : Optional.empty(),
                settings.find(Setting.EVIDENCE_ANCHOR_URL).map(URI::create),
                Optional.empty());
    }

    private static Map<Quota, Long> quotas(Settings settings) {
        Map<Quota, Long> quotas = new EnumMap<>(Quota.class);
        for (Quota quota : Quota.values()) {
            quotas.put(quota, (long) settings.number(setting(quota)));
        }
        return quotas;
    }

    private static Setting setting(Quota quota) {
        return switch (quota) {
            case REQUESTS_PER_MINUTE -> Setting.QUOTA_REQUESTS_PER_MINUTE;
            case CLIENT_REQUESTS_PER_MINUTE -> Setting.QUOTA_CLIENT_REQUESTS_PER_MINUTE;
            case LINK_RESPONSES_PER_MINUTE -> Setting.SUBMITS_PER_MINUTE;
            case RESPONSES_PER_MONTH -> Setting.QUOTA_RESPONSES_PER_MONTH;
            case MEMBERS -> Setting.QUOTA_MEMBERS;
            case CAMPAIGNS -> Setting.QUOTA_CAMPAIGNS;
            case STORAGE_MEGABYTES -> Setting.QUOTA_STORAGE_MEGABYTES;
        };
    }

    private static DatabaseSettings database(Settings settings) {
        return new DatabaseSettings(
                settings.text(Setting.DATABASE_URL),
                settings.text(Setting.DATABASE_USER),
                settings.text(Setting.DATABASE_PASSWORD),
                settings.number(Setting.DATABASE_CONNECTIONS));
    }

    private static IdentitySettings identity(Settings settings) {
        String keycloak = settings.text(Setting.KEYCLOAK_URL);
        return new IdentitySettings(
                URI.create(settings.find(Setting.OIDC_ISSUER).orElse(keycloak + "/realms/entezar")),
                URI.create(keycloak),
                URI.create(settings.text(Setting.PUBLIC_URL)),
                new IdentitySettings.Client(
                        settings.text(Setting.OIDC_CLIENT_ID), settings.text(Setting.OIDC_CLIENT_SECRET)),
                new IdentitySettings.Client(
                        settings.text(Setting.PROVISIONING_CLIENT_ID),
                        settings.text(Setting.PROVISIONING_CLIENT_SECRET)));
    }

    @PreDestroy
    void close() {
        composition.close();
    }

    @Produces
    @Singleton
    Work work() {
        return composition.work();
    }

    @Produces
    @Singleton
    Clock clock() {
        return composition.clock();
    }

    @Produces
    @Singleton
    Directory directory() {
        return composition.identity().directory();
    }

    @Produces
    @Singleton
    Turnstile turnstile() {
        return composition.turnstile();
    }

    @Produces
    @Singleton
    Health health() {
        return HealthProbes.of(composition, data);
    }

    @Produces
    @Singleton
    WorkspaceDirectory workspaceDirectory() {
        return composition.workspaceDirectory();
    }

    @Produces
    @Singleton
    BreakGlass breakGlass() {
        return composition.breakGlass();
    }

    @Produces
    @Singleton
    Standings standings() {
        return composition.standings();
    }

    @Produces
    @Singleton
    Usages usages() {
        return composition
                .collection()
                .usages(composition.members(), composition.invitations(), composition.turnstile());
    }

    @Produces
    @Singleton
    Workspaces workspaces() {
        return composition.workspaces();
    }

    @Produces
    @Singleton
    Brands brands() {
        return composition.brands();
    }

    @Produces
    @Singleton
    Members members() {
        return composition.members();
    }

    @Produces
    @Singleton
    MemberInvitations invitations() {
        return composition.invitations();
    }

    @Produces
    @Singleton
    Admission admission() {
        return composition.admission();
    }

    @Produces
    @Singleton
    Registrations registrations() {
        return composition.registrations();
    }

    @Produces
    @Singleton
    Founding founding() {
        return composition.founding();
    }

    @Produces
    @Singleton
    SavedViews savedViews() {
        return composition.savedViews();
    }

    @Produces
    @Singleton
    SignInRules signInRules() {
        return composition.signInRules();
    }

    @Produces
    @Singleton
    OwnRoles ownRoles() {
        return composition.ownRoles();
    }

    @Produces
    @Singleton
    CampaignSharing campaignSharing() {
        return composition.campaignSharing();
    }

    @Produces
    @Singleton
    Approvals approvals() {
        return composition.approvals();
    }

    @Produces
    @Singleton
    OwnAccount ownAccount() {
        return composition.ownAccount();
    }

    @Produces
    @Singleton
    EnterpriseSignIn enterpriseSignIn() {
        return composition.enterpriseSignIn();
    }

    @Produces
    @Singleton
    DirectoryDrift drift() {
        return composition.drift();
    }

    @Produces
    @Singleton
    ApiClients apiClients() {
        return composition.apiClients();
    }

    @Produces
    @Singleton
    Outbox outbox() {
        return composition.outbox();
    }

    @Produces
    @Singleton
    Categories categories() {
        return composition.categories();
    }

    @Produces
    @Singleton
    Questionnaires questionnaires() {
        return composition.questionnaires();
    }

    @Produces
    @Singleton
    Campaigns campaigns() {
        return composition.collection().campaigns();
    }

    @Produces
    @Singleton
    PublicLinks publicLinks() {
        return composition.collection().publicLinks();
    }

    @Produces
    @Singleton
    Visits visits() {
        return composition.collection().visits();
    }

    @Produces
    @Singleton
    ResponseLists responseLists() {
        return composition.collection().responseLists();
    }

    @Produces
    @Singleton
    Responses responses() {
        return composition.collection().responses();
    }

    @Produces
    @Singleton
    Persons persons() {
        return composition.collection().persons();
    }

    @Produces
    @Singleton
    PersonRights personRights() {
        return composition.collection().personRights();
    }

    @Produces
    @Singleton
    Consents consents() {
        return composition.collection().consents();
    }

    @Produces
    @Singleton
    Retention retention() {
        return composition.collection().retention();
    }

    @Produces
    @Singleton
    Holds holds() {
        return composition.collection().holds();
    }

    @Produces
    @Singleton
    Imports imports() {
        return composition.collection().imports();
    }

    @Produces
    @Singleton
    Jobs jobs() {
        return composition.jobs();
    }

    @Produces
    @Singleton
    PublicAddress publicAddress() {
        return publicAddress;
    }

    @Produces
    @Singleton
    Insights insights() {
        return composition.insights();
    }

    @Produces
    @Singleton
    Printer printer() {
        return new Printer(printingBrowser);
    }

    @Produces
    @Singleton
    KeptInsights keptInsights() {
        return composition.keptInsights();
    }

    @Produces
    @Singleton
    SatisfactionHistories satisfactionHistories() {
        return composition.satisfactionHistories();
    }

    @Produces
    @Singleton
    History history() {
        return composition.audit().history();
    }

    @Produces
    @Singleton
    Checkpoints checkpoints() {
        return composition.audit().checkpoints();
    }

    @Produces
    @Singleton
    EvidenceExports evidenceExports() {
        return composition.audit().exports();
    }

    @Produces
    @Singleton
    HistoryChecks historyChecks() {
        return composition.audit().checks();
    }

    @Produces
    @Singleton
    WorkspaceArchives workspaceArchives() {
        return composition.workspaceArchives();
    }

    @Produces
    @Singleton
    Deletions deletions() {
        return composition.deletions();
    }

    @Produces
    @Singleton
    Engagements engagements() {
        return composition.engagements();
    }

    @Produces
    @Singleton
    Proofs proofs() {
        return composition.audit().proofs();
    }

    @Produces
    @Singleton
    TemplatePacks packs() {
        return composition.packs();
    }

    @Produces
    @Singleton
    IndustryPlugins plugins() {
        return composition.plugins();
    }

    @Produces
    @Singleton
    RepeatedRequests repeatedRequests() {
        return composition.repeatedRequests();
    }

    @Produces
    @Singleton
    PublicCalculator publicCalculator() {
        return composition.publicCalculator();
    }

    @Produces
    @Singleton
    MethodPages methodPages() {
        return composition.methodPages();
    }

    /** Whether this installation shows the demo. */
    boolean isDemo() {
        return demo;
    }

    @Produces
    @Singleton
    SurveyPages surveyPages() {
        return new SurveyPages(
                composition.collection().publicLinks(),
                composition.collection().responses(),
                composition.collection().visits(),
                composition.ids(),
                PageKey.in(secrets),
                composition.brands(),
                this::zone,
                composition.turnstile(),
                composition.clock());
    }

    private ZoneId zone(WorkspaceId workspace) {
        Caller survey = Caller.product("survey", workspace);
        return ZoneId.of(composition.workspaces().get(survey, workspace).timeZone());
    }

    Composition composition() {
        return composition;
    }
}
