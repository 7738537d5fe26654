package org.entezar.server;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.entezar.api.RepeatedRequests;
import org.entezar.calculator.MethodPages;
import org.entezar.calculator.PublicCalculator;
import org.entezar.collection.PublicAddress;
import org.entezar.console.insight.Printer;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Directory;
import org.entezar.kernel.WorkspaceId;
import org.entezar.kernel.settings.Setting;
import org.entezar.kernel.settings.Settings;
import org.entezar.platform.health.Health;
import org.entezar.platform.jobs.Jobs;
import org.entezar.platform.mail.Outbox;
import org.entezar.platform.tenancy.Work;
import org.entezar.survey.PageKey;
import org.entezar.survey.SurveyPages;
import org.entezar.template.IndustryPlugins;
import org.entezar.workspace.Turnstile;

/** Makes the {@link Composition} as the settings say, and hands what is no feature of its own to whoever injects it. */
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
                Plans.database(settings),
                Plans.identity(settings),
                IndustryPlugins.installed(Wiring.class.getClassLoader()),
                Plans.places(settings),
                Plans.checkpoints(settings),
                MailPlan.of(settings),
                RegistrationSettings.of(settings),
                Plans.quotas(settings),
                Clock.systemUTC());
        this.demo = settings.flag(Setting.DEMO);
        this.publicAddress = new PublicAddress(URI.create(settings.text(Setting.PUBLIC_URL)));
        this.printingBrowser = settings.isGiven(Setting.REPORT_BROWSER)
                ? Optional.of(settings.path(Setting.REPORT_BROWSER))
                : Printer.installed();
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
    Outbox outbox() {
        return composition.outbox();
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
    Printer printer() {
        return new Printer(printingBrowser);
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
