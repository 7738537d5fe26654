package org.entezar.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.entezar.collection.Campaign;
import org.entezar.collection.CampaignChange;
import org.entezar.questionnaire.Presets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SurveyPagesIT {

    private static final String VISIT = """
            {'key':'%s','title':{'en':'Your visit','fa':'بازدید شما'},'languages':['en','fa'],'onePage':%s,'sections':[
              {'key':'s1','title':{'en':'Service'},'items':[
                {'key':'sq01','text':{'en':'Kept its word'},'facets':['expected','perceived'],'required':true},
                {'key':'nps','type':'nps','text':{'en':'Recommend?'},'required':true},
                {'key':'why','type':'text','text':{'en':'Why so low?'},'showIf':'answers.nps <= 6','max':50}]},
              {'key':'s2','items':[
                {'key':'sorry','type':'text','text':{'en':'How to make up?'},'showIf':'answers.nps <= 2'}]},
              {'key':'s3','items':[
                {'key':'from','type':'choice','text':{'en':'From where?'},
                 'options':[{'key':'near','text':{'en':'Near'}},{'key':'far','text':{'en':'Far'}}]},
                {'key':'extras','type':'choices','text':{'en':'Used?'},
                 'options':[{'key':'wifi','text':{'en':'Wi-Fi'}},{'key':'tv','text':{'en':'TV'}}]},
                {'key':'nights','type':'number','text':{'en':'Nights?'},'min':1,'max':30},
                {'key':'agree','type':'consent','text':{'en':'I agree'},'required':true}]}]}""";

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
        return new Browser(fielding.pages, campaign.publicToken(), "en");
    }

    private static Campaign visit(String key, boolean onePage) {
        return fielding.field(VISIT.formatted(key, onePage));
    }

    @Test
    void aFilledPageIsOneResponseHoweverOftenItIsSent() {
        Campaign campaign = visit("once", true);
        Browser browser = at(campaign).with("site", "room 12").open();
        assertThat(browser.status()).isEqualTo(200);
        String state = browser.state();
        String[] filled = {
            "sq01.expected",
            "6",
            "sq01.perceived",
            "4",
            "nps",
            "9",
            "from",
            "far",
            "extras",
            "wifi",
            "nights",
            "۱۲",
            "agree",
            "yes",
            "_state",
            state
        };
        assertThat(browser.send(filled).html()).contains("Thank you").doesNotContain("answered already");
        assertThat(browser.send(filled).html()).contains("Thank you").doesNotContain("answered already");
        assertThat(fielding.responses(campaign)).hasSize(1);
        assertThat(fielding.responses(campaign).get(0).answers().toString())
                .contains("\"expected\":6", "\"nights\":12", "\"extras\":[\"wifi\"]", "\"agree\":true");
        assertThat(fielding.responses(campaign).get(0).context()).containsEntry("site", "room 12");

        filled[3] = "1";
        assertThat(browser.send(filled).html()).contains("answered already");
        assertThat(fielding.responses(campaign)).hasSize(1);
    }

    @Test
    void mistakesComeBackBesideTheirFieldsWithEverythingKept() {
        Browser browser = at(visit("mistakes", true)).open();
        browser.send("sq01.expected", "6", "nps", "9", "nights", "many <b>", "from", "far");
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.html())
                .contains("<title>Mistake: Your visit</title>")
                .contains("href=\"#sq01.perceived.1\"")
                .contains("href=\"#agree\"")
                .contains("href=\"#nights\"")
                .contains("A whole number from 1 to 30")
                .contains("value=\"many &lt;b>\"")
                .containsPattern("name=\"sq01.expected\" value=\"6\" checked")
                .containsPattern("name=\"from\" value=\"far\" checked")
                .doesNotContain("many <b");
        browser.send(
                "sq01.expected", "6", "sq01.perceived", "4", "nps", "9", "nights", "3", "from", "far", "agree", "yes");
        assertThat(browser.html()).contains("Thank you");
    }

    @Test
    void onOnePageAnAnswerOpensFurtherQuestionsBeforeAnythingIsStored() {
        Campaign campaign = visit("reveal", true);
        Browser browser = at(campaign).open();
        assertThat(browser.html()).doesNotContain("Why so low?");
        String[] filled = {"sq01.expected", "6", "sq01.perceived", "4", "nps", "2", "agree", "yes"};
        browser.send(filled);
        assertThat(browser.html())
                .contains("Why so low?", "How to make up?", "a few more questions")
                .containsPattern("name=\"nps\" value=\"2\" checked");
        assertThat(fielding.responses(campaign)).isEmpty();
        browser.send(
                "sq01.expected", "6", "sq01.perceived", "4", "nps", "2", "agree", "yes", "why", "Slow", "sorry", "Hi");
        assertThat(browser.html()).contains("Thank you");
        assertThat(fielding.responses(campaign).get(0).answers().toString()).contains("Slow", "Hi");
    }

    @Test
    void aPageASectionGoesForwardOverWhatIsNotAskedAndBackWithNothingLost() {
        Campaign campaign = visit("paged", false);
        Browser browser = at(campaign).open();
        assertThat(browser.html()).contains("Page 1 of 3").doesNotContain(">Back<");
        browser.send("sq01.expected", "6", "sq01.perceived", "4");
        assertThat(browser.status()).isEqualTo(422);
        browser.send("sq01.expected", "6", "sq01.perceived", "4", "nps", "9");
        assertThat(browser.html()).contains("Page 3 of 3").doesNotContain("How to make up?");
        browser.send("from", "far", "_go", "back");
        assertThat(browser.html())
                .contains("Page 1 of 3")
                .containsPattern("name=\"sq01.expected\" value=\"6\" checked");
        browser.send("sq01.expected", "6", "sq01.perceived", "4", "nps", "1", "why", "Slow");
        assertThat(browser.html()).contains("a few more questions", "Slow");
        browser.send("sq01.expected", "6", "sq01.perceived", "4", "nps", "1", "why", "Slow");
        assertThat(browser.html()).contains("Page 2 of 3", "How to make up?");
        browser.send("sorry", "A letter");
        assertThat(browser.html()).contains("Page 3 of 3").containsPattern("name=\"from\" value=\"far\" checked");
        browser.send("from", "far");
        assertThat(browser.html()).contains("href=\"#agree\"");
        browser.send("from", "near", "agree", "yes");
        assertThat(browser.html()).contains("Thank you");
        assertThat(fielding.responses(campaign)).hasSize(1);
        assertThat(fielding.responses(campaign).get(0).answers().toString())
                .contains("\"perceived\":4", "\"sorry\":\"A letter\"", "\"from\":\"near\"");
    }

    @Test
    void aChangeOfLanguageKeepsWhatWasEntered() {
        Browser browser = at(visit("language", true)).open();
        assertThat(browser.html()).contains("lang=\"en\" dir=\"ltr\"");
        browser.send("sq01.expected", "6", "nights", "abc", "_lang", "fa");
        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.html())
                .contains("<html lang=\"fa\" dir=\"rtl\">", "بازدید شما", "value=\"abc\"", "۷")
                .containsPattern("name=\"sq01.expected\" value=\"6\" checked")
                .doesNotContain("role=\"alert\"");
        assertThat(at(visit("asked", true)).with("lang", "fa").open().html()).contains("<html lang=\"fa\"");
        assertThat(new Browser(fielding.pages, visit("accepted", true).publicToken(), "fa-IR,fa;q=0.9,en;q=0.5")
                        .open()
                        .html())
                .contains("<html lang=\"fa\"");
    }

    @Test
    void aForeignOrAlteredSealAsksToSendAgainWithEverythingKept() {
        Campaign campaign = visit("sealed", true);
        Browser browser = at(campaign).open();
        String foreign = at(visit("other", true)).open().state();
        String state = browser.state();
        for (String bad : new String[] {"", "x", foreign, state.substring(0, state.length() - 2) + "AA"}) {
            browser.send("sq01.expected", "6", "sq01.perceived", "4", "nps", "9", "agree", "yes", "_state", bad);
            assertThat(browser.html())
                    .contains("out of date")
                    .containsPattern("name=\"sq01.expected\" value=\"6\" checked");
        }
        assertThat(fielding.responses(campaign)).isEmpty();
        browser.send("sq01.expected", "6", "sq01.perceived", "4", "nps", "9", "agree", "yes");
        assertThat(browser.html()).contains("Thank you");
    }

    @Test
    void hostileTextsAreShownAsTheyWereWritten() {
        Campaign campaign = fielding.field("""
                {'key':'hostile','title':{'en':'<script>alert(1)</script>'},'languages':['en'],'sections':[
                  {'key':'s','title':{'en':'</h2><img src=x onerror=alert(1)>'},'items':[
                    {'key':'a','type':'text','text':{'en':'<i>\\" onfocus=\\"alert(1)'},'help':{'en':'</p><svg onload=alert(1)>'}}]}]}""");
        Browser browser = at(campaign).open();
        browser.send("a", "</textarea><script>alert(2)</script>", "_state", "");
        assertThat(browser.html())
                .doesNotContain("<script", "<img", "<svg", "</textarea><", "<i>")
                .contains("&lt;script&gt;alert(1)", "&lt;/textarea&gt;&lt;script");
    }

    @Test
    void linksThatLeadNowhereSaySo() {
        Campaign campaign = visit("states", true);
        assertThat(new Browser(fielding.pages, "0".repeat(20), "fa").open().html())
                .contains("نظرسنجی‌ای نیست");
        assertThat(new Browser(fielding.pages, "../x", "en").open().status()).isEqualTo(404);
        assertThat(new Browser(fielding.pages, "x".repeat(5000), "en").open().status())
                .isEqualTo(404);
        Browser browser = at(campaign).open();
        String[] filled = {
            "sq01.expected", "6", "sq01.perceived", "4", "nps", "9", "agree", "yes", "_state", browser.state()
        };
        step(campaign, CampaignChange.Step.PAUSE);
        assertThat(at(campaign).open().html()).contains("is paused");
        assertThat(browser.send(filled).status()).isEqualTo(409);
        step(campaign, CampaignChange.Step.RESUME);
        step(campaign, CampaignChange.Step.CLOSE);
        assertThat(at(campaign).open().status()).isEqualTo(410);
        assertThat(browser.send(filled).html()).contains("is closed");
        assertThat(fielding.responses(campaign)).isEmpty();
    }

    private static void step(Campaign campaign, CampaignChange.Step step) {
        fielding.collection
                .campaigns()
                .change(fielding.owner, fielding.workspace, campaign.id(), CampaignChange.to(step));
    }

    @Test
    void whatIsTooLargeIsRefusedAndWhatIsOddIsHarmless() {
        Campaign campaign = visit("odd", true);
        assertThat(at(campaign).sendBody("why=" + "x".repeat(2_000_000)).status())
                .isEqualTo(413);
        assertThat(at(campaign).sendBody("a=1&".repeat(5_000)).status()).isEqualTo(413);
        assertThat(at(campaign).sendBody("%zz=%1&&&==&nps=9&nps=11&why=%00").status())
                .isEqualTo(200);
        Browser browser = at(campaign).open();
        browser.send("sq01.expected", "99", "sq01.perceived", "x", "nps", "-1", "from", "moon", "agree", "yes");
        assertThat(browser.status()).isEqualTo(422);
        assertThat(fielding.responses(campaign)).isEmpty();
    }

    @Test
    void aSimulatedCampaignSaysSo() {
        Campaign campaign = fielding.field(Presets.of(Presets.RECOMMENDATION, "demo"), true);
        assertThat(at(campaign).open().html()).contains("Simulated data");
    }

    @Test
    void theTwentyTwoItemPageWithAllItsFilesIsSmallerThanTwentyThousandBytes() {
        Campaign campaign = fielding.field(Presets.of(Presets.SERVICE_QUALITY, "sq"));
        for (String language : new String[] {"en", "fa", "zh-Hans"}) {
            Browser page = at(campaign).with("lang", language).open();
            String path =
                    page.html().split("<link rel=\"stylesheet\" href=\"")[1].split("\"", 2)[0];
            PageAnswer styles = fielding.pages.answer(
                    new PageRequest(path, java.util.Map.of(), Optional.empty(), true, Optional.empty()));
            assertThat(styles.status()).isEqualTo(200);
            assertThat(styles.headers().get("Cache-Control")).contains("immutable");
            assertThat(page.html()).doesNotContain("<script", "<style", " style=");
            assertThat(page.bytes() + styles.body().length)
                    .as(
                            "bytes in %s: page %d (%d unpacked), style sheet %d",
                            language, page.bytes(), page.html().length(), styles.body().length)
                    .isLessThan(20_000);
        }
    }

    @Test
    void timesAreToldInTheWorkspacesZoneAndTheReadersCalendar() {
        Campaign early = fielding.field(
                VISIT.formatted("early", true), Optional.of(Instant.parse("2090-03-20T20:30:00Z")), Optional.empty());
        assertThat(new Browser(fielding.pages, early.publicToken(), "en").open().html())
                .contains("21 March 2090", "00:00", "Iran");
        Browser persian = new Browser(fielding.pages, early.publicToken(), "fa").open();
        assertThat(persian.status()).isEqualTo(409);
        assertThat(persian.html()).contains("۲ فروردین ۱۴۶۹", "۰:۰۰", "ایران").doesNotContain("2090");

        Campaign over = fielding.field(
                VISIT.formatted("over", true),
                Optional.of(Instant.parse("2024-01-01T00:00:00Z")),
                Optional.of(Instant.parse("2024-03-19T22:00:00Z")));
        Browser late = new Browser(fielding.pages, over.publicToken(), "fa").open();
        assertThat(late.status()).isEqualTo(410);
        assertThat(late.html()).contains("۱ فروردین ۱۴۰۳", "۱:۳۰");
    }

    @Test
    void aLinkTakesSoManyResponsesAMinuteAndKeepsTheAnswersOfWhoComesThen() {
        Settable clock = new Settable(Instant.parse("2026-11-24T10:00:00Z"));
        SurveyPages narrow = fielding.pages(2, clock);
        Campaign campaign = visit("narrow", true);
        String[] filled = {"sq01.expected", "6", "sq01.perceived", "4", "nps", "9", "from", "far", "agree", "yes"};
        for (int i = 0; i < 2; i++) {
            assertThat(new Browser(narrow, campaign.publicToken(), "fa")
                            .open()
                            .send(filled)
                            .status())
                    .isEqualTo(200);
        }
        Browser third = new Browser(narrow, campaign.publicToken(), "fa").open().send(filled);
        assertThat(third.status()).isEqualTo(429);
        assertThat(Integer.parseInt(third.headers().get("Retry-After"))).isBetween(1, 31);
        assertThat(third.html())
                .contains("چیزی از دست نرفته است")
                .containsPattern("name=\"sq01.expected\" value=\"6\" checked")
                .containsPattern("name=\"from\" value=\"far\" checked");
        assertThat(fielding.responses(campaign)).hasSize(2);
        assertThat(new Browser(narrow, visit("wide", true).publicToken(), "en")
                        .open()
                        .send(filled)
                        .status())
                .as("another link has turns of its own")
                .isEqualTo(200);
        clock.now = clock.now.plusSeconds(31);
        assertThat(third.send(filled).status())
                .as("half a minute is one turn of two")
                .isEqualTo(200);
        assertThat(new Browser(narrow, campaign.publicToken(), "fa")
                        .open()
                        .send(filled)
                        .status())
                .isEqualTo(429);
        assertThat(fielding.responses(campaign)).hasSize(3);
    }

    private static final class Settable extends Clock {

        private Instant now;

        Settable(Instant now) {
            this.now = now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
