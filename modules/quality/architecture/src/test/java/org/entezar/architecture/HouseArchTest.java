package org.entezar.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entezar.platform.database.Database;
import org.entezar.platform.jobs.JobRun;
import org.entezar.platform.tenancy.Work;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The product keeps every rule of the house, and each rule is shown to fire on a sample that breaks it. */
class HouseArchTest {

    private static final String SAMPLE = "org.entezar.architecture.sample.";
    private static final String[] FACES =
            House.FEATURES.stream().map(feature -> House.ROOT + feature).toArray(String[]::new);
    private static final String[] MAY_READ_ENVIRONMENT = {
        "org.entezar.kernel.settings..", "org.entezar.launcher..", "org.entezar.postgres..", "org.entezar.server"
    };
    /**
     * Responses are sealed by an entry of their own; checkpoints state the history; jobs keep count, and so does what
     * counts how far respondents come.
     */
    private static final Set<String> MAY_APPEND = Set.of(
            "org.entezar.collection.ManyResponses",
            "org.entezar.collection.Visits",
            "org.entezar.collection.internal.response.ResponseWriter",
            "org.entezar.collection.internal.sealing.ResponseSealer",
            "org.entezar.audit.internal.checkpoint.CheckpointMaker",
            "org.entezar.audit.CheckpointMail",
            "org.entezar.audit.internal.export.Gauge",
            "org.entezar.demo.SampleData",
            "org.entezar.audit.internal.checkpoint.CheckpointRound",
            "org.entezar.platform.mail.MailRound",
            "org.entezar.workspace.ApiClientRegistry",
            "org.entezar.platform.jobs.Jobs",
            "org.entezar.platform.jobs.JobRun",
            "org.entezar.collection.internal.imports.ImportRun",
            "org.entezar.collection.internal.retention.RetentionRun");

    /**
     * The directory of workspaces and what operators do about it, public links, the installation's keys, and the looks
     * whether the database answers.
     */
    private static final Set<String> MAY_LEAVE_WORKSPACES = Set.of(
            "org.entezar.workspace.Workspaces",
            "org.entezar.workspace.WorkspaceEnd",
            "org.entezar.audit.Deletions",
            "org.entezar.workspace.Standings",
            "org.entezar.workspace.WorkspaceDirectory",
            "org.entezar.workspace.BreakGlass",
            "org.entezar.server.HealthProbes",
            "org.entezar.collection.internal.campaign.LiveCampaigns",
            "org.entezar.audit.internal.keys.KeyCustody",
            "org.entezar.server.Readiness");

    private static final Map<Class<?>, Set<String>> APPENDING =
            Map.of(Work.class, Set.of("append"), JobRun.class, Set.of("step"));
    private static final Map<Class<?>, Set<String>> LEAVING = Map.of(Work.class, Set.of("global"));
    private static final Map<Class<?>, Set<String>> OPENING = Map.of(Database.class, Set.of("jdbi", "connection"));

    private static JavaClasses product;
    private static JavaClasses samples;

    @BeforeAll
    static void read() {
        product = House.classes();
        samples = new ClassFileImporter().importPackages(SAMPLE.substring(0, SAMPLE.length() - 1));
        assertThat(product.size()).isGreaterThan(100);
        assertThat(samples.size()).isGreaterThan(4);
    }

    private static void holds(ArchRule onProduct, ArchRule onSamples, String whatItCatches) {
        assertThat(onSamples.evaluate(samples).getFailureReport().getDetails())
                .as("the rule must fire on the sample that breaks it")
                .anyMatch(line -> line.contains(whatItCatches));
        assertThat(onProduct.evaluate(product).getFailureReport().getDetails()).isEmpty();
    }

    @Test
    void roomsUseOnlyTheirNeighbours() {
        holds(
                HouseRules.roomsUseOnlyTheirNeighbours(House.ROOT, House.MAY_USE),
                HouseRules.roomsUseOnlyTheirNeighbours(SAMPLE, Map.of("lower", Set.of(), "upper", Set.of("lower"))),
                "LooksUp");
    }

    @Test
    void internalsStayInside() {
        holds(HouseRules.internalsStayInside(House.ROOT), HouseRules.internalsStayInside(SAMPLE), "LooksUp");
    }

    @Test
    void foundationsKnowTheJdkOnly() {
        holds(
                HouseRules.foundationsKnowTheJdkOnly(
                        "org.entezar.kernel..", "org.entezar.methods..", "org.entezar.spi..", "org.entezar.plugin.."),
                HouseRules.foundationsKnowTheJdkOnly(SAMPLE + "foundation.."),
                "KnowsALibrary");
    }

    @Test
    void facesNameAPermission() {
        holds(HouseRules.facesNameAPermission(FACES), HouseRules.facesNameAPermission(SAMPLE + "face"), "openToAll");
    }

    @Test
    void aFaceThatAsksIsLetPass() {
        assertThat(HouseRules.facesNameAPermission(SAMPLE + "face")
                        .evaluate(samples)
                        .getFailureReport()
                        .getDetails())
                .hasSize(1);
    }

    @Test
    void onlySealedFactsAreAppended() {
        holds(
                HouseRules.onlyTheseGoPastHistory(APPENDING, MAY_APPEND),
                HouseRules.onlyTheseGoPastHistory(APPENDING, MAY_APPEND),
                "addsUnseen");
    }

    @Test
    void onlyAFewReachTablesOfNoWorkspace() {
        holds(
                HouseRules.onlyTheseGoPastHistory(LEAVING, MAY_LEAVE_WORKSPACES),
                HouseRules.onlyTheseGoPastHistory(LEAVING, MAY_LEAVE_WORKSPACES),
                "leavesTheWorkspace");
    }

    @Test
    void onlyWorkOpensTheDatabase() {
        Set<String> work = Set.of(Work.class.getName());
        holds(
                HouseRules.onlyTheseGoPastHistory(OPENING, work),
                HouseRules.onlyTheseGoPastHistory(OPENING, work),
                "opensTheDatabase");
    }

    /** Whoever is named and does not go past any more is taken off the list. */
    @Test
    void theListsNameNobodyInVain() {
        for (Set<String> list : List.of(MAY_APPEND, MAY_LEAVE_WORKSPACES)) {
            for (String name : list) {
                assertThat(product.stream().map(JavaClass::getName)).contains(name);
            }
        }
    }

    @Test
    void timeComesFromAClock() {
        holds(HouseRules.timeComesFromAClock(), HouseRules.timeComesFromAClock(), "readsTheWall");
    }

    @Test
    void settingsComeFromTheCatalogue() {
        holds(
                HouseRules.settingsComeFromTheCatalogue(MAY_READ_ENVIRONMENT),
                HouseRules.settingsComeFromTheCatalogue("none"),
                "readsTheEnvironment");
    }

    @Test
    void aPluginIsKnownByItsInterfaceOnly() {
        holds(
                HouseRules.pluginsAreKnownByTheirInterfaceOnly(House.ROOT),
                HouseRules.pluginsAreKnownByTheirInterfaceOnly(SAMPLE),
                "KnowsATrade");
    }
}
