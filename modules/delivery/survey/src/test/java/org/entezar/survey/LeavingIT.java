package org.entezar.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.entezar.collection.Campaign;
import org.entezar.collection.Visits.Progress;
import org.entezar.fixtures.Callers;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where people leave is counted, once for each, and nothing else of them is kept. */
class LeavingIT {

    private static final String WALK = """
            {'key':'%s','title':{'en':'Walk'},'languages':['en'],'onePage':false,'sections':[
              {'key':'arrival','items':[{'key':'nps','type':'nps','text':{'en':'Recommend?'},'required':true}]},
              {'key':'room','items':[{'key':'night','type':'number','text':{'en':'Nights?'}}]},
              {'key':'leave','items':[{'key':'far','type':'number','text':{'en':'How far?'}}]}]}""";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static Fielding fielding;

    @BeforeAll
    static void start() {
        fielding = new Fielding();
    }

    @AfterAll
    static void stop() {
        fielding.close();
    }

    private static Browser at(Campaign campaign) {
        return new Browser(fielding.pages, campaign.publicToken(), "en").open();
    }

    private static Progress progress(Campaign campaign) {
        return fielding.collection.visits().of(fielding.owner, fielding.workspace, campaign.id());
    }

    /** Counts are written every few seconds. */
    private static void assertStanding(Campaign campaign, long handedIn, Map<String, Long> standing)
            throws InterruptedException {
        Progress expected = new Progress(handedIn, standing);
        Instant end = Instant.now().plus(PATIENCE);
        while (!progress(campaign).equals(expected) && Instant.now().isBefore(end)) {
            Thread.sleep(200);
        }
        assertThat(progress(campaign)).isEqualTo(expected);
    }

    @Test
    void eachVisitStandsWhereItWasLeft() throws InterruptedException {
        Campaign campaign = fielding.field(WALK.formatted("walk"));
        at(campaign);
        at(campaign).send("night", "2");
        at(campaign).send("nps", "9");
        at(campaign).send("nps", "9").send("night", "2");
        Browser done = at(campaign).send("nps", "9").send("night", "2").send("far", "3");
        assertThat(done.html()).contains("Thank you");

        assertStanding(campaign, 1, Map.of("arrival", 2L, "room", 1L, "leave", 1L));
        assertThat(progress(campaign).began()).isEqualTo(5);
    }

    @Test
    void goingBackAndSendingAgainCountsOnce() throws InterruptedException {
        Campaign campaign = fielding.field(WALK.formatted("again"));
        Browser browser = at(campaign);
        String first = browser.state();
        browser.send("nps", "9").send("_go", "back").send("nps", "8").send("night", "1");
        String last = browser.state();
        // The browser's own way back shows the first form, which knows of nothing that came after it.
        browser.send("nps", "7", "_state", first);
        browser.send("night", "1", "_state", browser.state());
        browser.send("far", "3", "_state", last);
        browser.send("far", "3", "_state", last);
        assertThat(browser.html()).contains("Thank you");

        assertStanding(campaign, 1, Map.of());
    }

    @Test
    void anotherWorkspaceSeesNoneOfIt() {
        Campaign campaign = fielding.field(WALK.formatted("walls"));
        at(campaign);
        WorkspaceId elsewhere = new WorkspaceId(java.util.UUID.randomUUID());
        assertThatThrownBy(() -> fielding.collection.visits().of(Callers.owner(elsewhere), elsewhere, campaign.id()))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() ->
                        fielding.collection.visits().of(Callers.owner(elsewhere), fielding.workspace, campaign.id()))
                .isInstanceOf(Problem.class);
    }
}
