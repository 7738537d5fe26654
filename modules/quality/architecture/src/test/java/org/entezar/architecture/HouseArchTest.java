package org.entezar.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
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
    private static final String[] MAY_APPEND = {
        "org.entezar.collection..",
        "org.entezar.audit.internal.checkpoint..",
        "org.entezar.platform.jobs..",
        "org.entezar.platform.tenancy.."
    };

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
                HouseRules.onlySealedFactsAreAppended(MAY_APPEND),
                HouseRules.onlySealedFactsAreAppended("org.entezar.platform.."),
                "addsUnseen");
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
        assertThat(product.stream()
                        .filter(type -> !type.getPackageName().startsWith("org.entezar.plugin"))
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .filter(dependency ->
                                dependency.getTargetClass().getPackageName().startsWith("org.entezar.plugin")))
                .isEmpty();
    }
}
