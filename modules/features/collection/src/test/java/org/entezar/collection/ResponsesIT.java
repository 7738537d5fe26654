package org.entezar.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entezar.fixtures.Problems.assertCode;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.entezar.collection.CollectionFixture.Tenant;
import org.entezar.fixtures.Callers;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.Violation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResponsesIT {

    private static final String GOOD = "{\"sq01\":{\"expected\":6,\"perceived\":4},\"nps\":9}";
    private static final String OTHER = "{\"sq01\":{\"expected\":7,\"perceived\":1},\"nps\":9}";

    private static CollectionFixture fixture;

    private Tenant hotel;
    private Campaign campaign;

    @BeforeAll
    static void start() {
        fixture = new CollectionFixture();
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    @BeforeEach
    void make() {
        fixture.clock.set(CollectionFixture.START);
        hotel = fixture.tenant();
        campaign = fixture.campaign(hotel);
    }

    private static Responses responses() {
        return fixture.collection.responses();
    }

    private Receipt submit(NewResponse response) {
        return responses().submit(hotel.owner(), hotel.workspace(), campaign.id(), response);
    }

    private List<StoredResponse> stored() {
        return responses()
                .list(hotel.owner(), hotel.workspace(), campaign.id(), Optional.empty(), 1000)
                .responses();
    }

    @Test
    void aResponseIsStoredAsItWasGiven() {
        Instant then = Instant.parse("2026-03-20T10:15:30.123Z");
        ResponseId id = fixture.id();
        Receipt receipt = submit(new NewResponse(
                Optional.of(id),
                Optional.of(then),
                Optional.of("fa"),
                Map.of("site", "north", "segment", "خانواده"),
                Stay.answers("{\"sq01\":{\"expected\":6,\"perceived\":4},\"nps\":3,\"why\":\"<b>دیر</b> =1+1\"}")));
        assertThat(receipt).isEqualTo(new Receipt(id, false, List.of()));
        assertThat(stored()).singleElement().satisfies(one -> {
            assertThat(one.id()).isEqualTo(id);
            assertThat(one.submittedAt()).isEqualTo(then);
            assertThat(one.receivedAt()).isEqualTo(CollectionFixture.START);
            assertThat(one.language()).contains("fa");
            assertThat(one.context()).containsEntry("segment", "خانواده").containsEntry("site", "north");
            assertThat(one.answers().get("why").textValue()).isEqualTo("<b>دیر</b> =1+1");
            assertThat(one.importId()).isEmpty();
        });
    }

    @Test
    void theSameIdWithTheSameContentCountsOnce() {
        ResponseId id = fixture.id();
        assertThat(submit(Stay.response(id, GOOD)).duplicate()).isFalse();
        fixture.clock.set(CollectionFixture.START.plusSeconds(60));
        assertThat(submit(Stay.response(id, "{\"nps\":9,\"sq01\":{\"perceived\":4,\"expected\":6}}"))
                        .duplicate())
                .isTrue();
        assertThat(stored()).hasSize(1);
    }

    @Test
    void theSameIdWithOtherContentIsRefusedAndChangesNothing() {
        ResponseId id = fixture.id();
        submit(Stay.response(id, GOOD));
        assertCode(() -> submit(Stay.response(id, OTHER)), ErrorCode.RESPONSE_DIFFERS);
        Campaign second = fixture.campaign(hotel);
        assertCode(
                () -> responses().submit(hotel.owner(), hotel.workspace(), second.id(), Stay.response(id, GOOD)),
                ErrorCode.RESPONSE_DIFFERS);
        assertThat(stored()).singleElement().satisfies(one -> assertThat(
                        one.answers().at("/sq01/expected").intValue())
                .isEqualTo(6));
    }

    @Test
    void theSameIdInAnotherWorkspaceIsAnotherResponse() {
        ResponseId id = fixture.id();
        submit(Stay.response(id, GOOD));
        Tenant other = fixture.tenant();
        Campaign theirs = fixture.campaign(other);
        assertThat(responses()
                        .submit(other.owner(), other.workspace(), theirs.id(), Stay.response(id, OTHER))
                        .duplicate())
                .isFalse();
        assertThat(stored()).hasSize(1);
    }

    @Test
    void faultsOfTheOccasionAreToldWithTheirPlace() {
        assertThatThrownBy(() -> submit(new NewResponse(
                        Optional.empty(),
                        Optional.of(CollectionFixture.START.plus(Duration.ofHours(1))),
                        Optional.of("xx"),
                        Map.of("Site", "a", "segment", "x".repeat(201)),
                        Stay.answers("{\"sq01\":{\"expected\":6},\"nope\":1}"))))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.violations())
                        .extracting(Violation::pointer)
                        .containsExactlyInAnyOrder(
                                "/submittedAt",
                                "/language",
                                "/context/Site",
                                "/context/segment",
                                "/answers/nope",
                                "/answers/sq01/perceived"));
        assertThat(stored()).isEmpty();
    }

    @Test
    void onlyAnOpenCampaignTakesAnswers() {
        Campaigns campaigns = fixture.collection.campaigns();
        Instant start = CollectionFixture.START;
        Campaign timed = campaigns.create(
                hotel.owner(),
                hotel.workspace(),
                new NewCampaign(
                        Stay.KEY,
                        1,
                        LocalizedText.of("en", "timed"),
                        java.util.Set.of(Channel.LINK, Channel.QR),
                        Optional.of(start.plusSeconds(100)),
                        Optional.of(start.plusSeconds(200)),
                        false));
        ThrowingCallable submit =
                () -> responses().submit(hotel.owner(), hotel.workspace(), timed.id(), Stay.response(GOOD));
        assertThat(timed.state()).isEqualTo(CampaignState.SCHEDULED);
        assertCode(submit, ErrorCode.CAMPAIGN_NOT_OPEN);
        fixture.clock.set(start.plusSeconds(100));
        assertThatCode(submit).doesNotThrowAnyException();
        campaigns.change(hotel.owner(), hotel.workspace(), timed.id(), CampaignChange.to(CampaignChange.Step.PAUSE));
        assertCode(submit, ErrorCode.CAMPAIGN_NOT_OPEN);
        campaigns.change(hotel.owner(), hotel.workspace(), timed.id(), CampaignChange.to(CampaignChange.Step.RESUME));
        fixture.clock.set(start.plusSeconds(200));
        assertCode(submit, ErrorCode.CAMPAIGN_CLOSED);
        campaigns.change(
                hotel.owner(), hotel.workspace(), timed.id(), CampaignChange.closingAt(start.plusSeconds(300)));
        assertThatCode(submit).doesNotThrowAnyException();
        Campaign closed = campaigns.change(
                hotel.owner(), hotel.workspace(), timed.id(), CampaignChange.to(CampaignChange.Step.CLOSE));
        assertCode(submit, ErrorCode.CAMPAIGN_CLOSED);
        assertThat(closed.state()).isEqualTo(CampaignState.CLOSED);
        assertThat(closed.responses()).isEqualTo(2);
        assertCode(
                () -> campaigns.change(
                        hotel.owner(), hotel.workspace(), timed.id(), CampaignChange.to(CampaignChange.Step.RESUME)),
                ErrorCode.STATE);
    }

    @Test
    void aPublicLinkLeadsToItsCampaignAndNothingElseDoes() {
        PublicLinks links = fixture.collection.publicLinks();
        OpenSurvey survey = links.find(campaign.publicToken()).orElseThrow();
        assertThat(survey.workspace()).isEqualTo(hotel.workspace());
        assertThat(survey.campaign().id()).isEqualTo(campaign.id());
        assertThat(survey.questionnaire()).isEqualTo(Stay.DOCUMENT);
        Receipt receipt = responses()
                .submit(Caller.respondent(survey.workspace()), survey.workspace(), campaign.id(), Stay.response(GOOD));
        assertThat(receipt.duplicate()).isFalse();
        assertThat(links.find("0".repeat(20))).isEmpty();
        assertThat(links.find("'; drop table campaign; --")).isEmpty();
        assertThat(campaign.publicToken()).hasSize(20);
    }

    @Test
    void aRespondentMayHandInAndNothingElse() {
        Caller respondent = Caller.respondent(hotel.workspace());
        assertCode(
                () -> responses().list(respondent, hotel.workspace(), campaign.id(), Optional.empty(), 10),
                ErrorCode.FORBIDDEN);
        assertCode(
                () -> responses()
                        .vectors(
                                respondent,
                                hotel.workspace(),
                                campaign.id(),
                                ResponseSelection.ALL,
                                (a, b, c, d) -> {}),
                ErrorCode.FORBIDDEN);
    }

    @Test
    void anotherWorkspacesCampaignIsNotThere() {
        submit(Stay.response(GOOD));
        Tenant stranger = fixture.tenant();
        assertCode(
                () -> responses().submit(stranger.owner(), hotel.workspace(), campaign.id(), Stay.response(GOOD)),
                ErrorCode.WORKSPACE_NOT_FOUND);
        assertCode(
                () -> responses().submit(stranger.owner(), stranger.workspace(), campaign.id(), Stay.response(GOOD)),
                ErrorCode.NOT_FOUND);
        assertCode(
                () -> responses().list(stranger.owner(), stranger.workspace(), campaign.id(), Optional.empty(), 10),
                ErrorCode.NOT_FOUND);
        assertCode(
                () -> responses()
                        .vectors(
                                stranger.owner(),
                                stranger.workspace(),
                                campaign.id(),
                                ResponseSelection.ALL,
                                (a, b, c, d) -> {}),
                ErrorCode.NOT_FOUND);
        assertCode(
                () -> fixture.collection
                        .campaigns()
                        .change(
                                stranger.owner(),
                                stranger.workspace(),
                                campaign.id(),
                                CampaignChange.to(CampaignChange.Step.CLOSE)),
                ErrorCode.NOT_FOUND);
        Caller analyst = Callers.member(hotel.workspace(), Role.ANALYST);
        assertCode(
                () -> responses().submit(analyst, hotel.workspace(), campaign.id(), Stay.response(GOOD)),
                ErrorCode.FORBIDDEN);
    }

    @Test
    void manyLinesAreEachAcceptedDuplicateOrRefused() {
        ResponseId id = fixture.id();
        String lines = String.join(
                "\n",
                "{\"id\":\"" + id + "\",\"answers\":" + GOOD + "}",
                "",
                "{\"id\":\"" + id + "\",\"answers\":" + GOOD + "}",
                "{\"id\":\"" + id + "\",\"answers\":" + OTHER + "}\r",
                "{\"answers\":{\"sq01\":{\"expected\":8,\"perceived\":4}}}",
                "not json",
                "{\"answers\":{\"why\":\"" + "x".repeat(70_000) + "\"}}",
                "{\"nope\":1}",
                "{\"answers\":" + GOOD + "}");
        List<LineResult> results = new ArrayList<>();
        responses()
                .submitMany(
                        hotel.owner(),
                        hotel.workspace(),
                        campaign.id(),
                        new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)),
                        results::add);
        assertThat(results).extracting(LineResult::line).containsExactly(1L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
        assertThat(results)
                .extracting(LineResult::outcome)
                .containsExactly(
                        LineResult.Outcome.ACCEPTED,
                        LineResult.Outcome.DUPLICATE,
                        LineResult.Outcome.REFUSED,
                        LineResult.Outcome.REFUSED,
                        LineResult.Outcome.REFUSED,
                        LineResult.Outcome.REFUSED,
                        LineResult.Outcome.REFUSED,
                        LineResult.Outcome.ACCEPTED);
        assertThat(results.subList(2, 7))
                .extracting(result -> result.code().orElseThrow())
                .containsExactly(
                        ErrorCode.RESPONSE_DIFFERS,
                        ErrorCode.INVALID,
                        ErrorCode.MALFORMED_JSON,
                        ErrorCode.TOO_LARGE,
                        ErrorCode.INVALID);
        assertThat(results.get(3).violations())
                .extracting(Violation::pointer)
                .containsExactly("/answers/sq01/expected");
        assertThat(stored()).hasSize(2);
    }

    @Test
    void pagesGoThroughAllResponsesOnce() {
        List<NewResponse> many = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            many.add(new NewResponse(
                    Optional.empty(),
                    Optional.of(CollectionFixture.START.minusSeconds(i % 4)),
                    Optional.empty(),
                    Map.of(),
                    Stay.answers(GOOD)));
        }
        responses().submitMany(hotel.owner(), hotel.workspace(), campaign.id(), many);
        List<StoredResponse> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();
        int pages = 0;
        do {
            ResponsePage page = responses().list(hotel.owner(), hotel.workspace(), campaign.id(), after, 10);
            seen.addAll(page.responses());
            after = page.next();
            pages++;
        } while (after.isPresent());
        assertThat(pages).isEqualTo(3);
        assertThat(seen).extracting(StoredResponse::id).doesNotHaveDuplicates().hasSize(25);
        assertThat(seen).isSortedAccordingTo((a, b) -> a.submittedAt().compareTo(b.submittedAt()));
        assertCode(
                () -> responses().list(hotel.owner(), hotel.workspace(), campaign.id(), Optional.of("x!"), 10),
                ErrorCode.MALFORMED_PARAMETER);
    }

    private List<byte[]> vectors(ResponseSelection selection) {
        List<byte[]> vectors = new ArrayList<>();
        responses()
                .vectors(
                        hotel.owner(),
                        hotel.workspace(),
                        campaign.id(),
                        selection,
                        (codes, offset, length, at) -> vectors.add(Arrays.copyOfRange(codes, offset, offset + length)));
        return vectors;
    }

    @Test
    void vectorsAreSelectedByPeriodSegmentAndTimeOfKnowledge() {
        Instant start = CollectionFixture.START;
        for (int day = 0; day < 4; day++) {
            fixture.clock.set(start.plus(Duration.ofDays(day)));
            submit(new NewResponse(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    day % 2 == 0 ? Map.of("segment", "family") : Map.of(),
                    Stay.answers("{\"sq01\":{\"expected\":" + (day + 1) + ",\"perceived\":7}}")));
        }
        assertThat(vectors(ResponseSelection.ALL))
                .hasSize(4)
                .allSatisfy(codes -> assertThat(codes).hasSize(9))
                .anySatisfy(codes -> assertThat(codes).containsExactly(1, 7, -1, -1, -1, -1, -1, -1, -1));
        Optional<Instant> none = Optional.empty();
        assertThat(vectors(new ResponseSelection(
                        Optional.of(start.plus(Duration.ofDays(1))),
                        Optional.of(start.plus(Duration.ofDays(3))),
                        Optional.empty(),
                        none)))
                .extracting(codes -> codes[0])
                .containsExactlyInAnyOrder((byte) 2, (byte) 3);
        assertThat(vectors(new ResponseSelection(none, none, Optional.of("family"), none)))
                .extracting(codes -> codes[0])
                .containsExactlyInAnyOrder((byte) 1, (byte) 3);
        assertThat(vectors(new ResponseSelection(
                        none, none, Optional.empty(), Optional.of(start.plus(Duration.ofDays(1))))))
                .hasSize(2);
        assertThat(responses().segments(hotel.owner(), hotel.workspace(), campaign.id(), ResponseSelection.ALL))
                .containsExactly(Map.entry("", 2L), Map.entry("family", 2L));
    }

    @Test
    void vectorsAreRebuiltFromTheDocuments() throws SQLException {
        submit(Stay.response(GOOD));
        submit(Stay.response(
                "{\"sq01\":{\"expected\":1,\"perceived\":2},\"nps\":3,\"why\":\"x\",\"colour\":\"green\"}"));
        List<byte[]> before = vectors(ResponseSelection.ALL);
        fixture.execute("update response_vector set codes = '\\x00', segment = 'wrong' where workspace_id = '"
                + hotel.workspace() + "'");
        assertThat(vectors(ResponseSelection.ALL)).isNotEqualTo(before);
        assertThat(responses().rebuild(hotel.owner(), hotel.workspace(), campaign.id()))
                .isEqualTo(2);
        assertThat(vectors(ResponseSelection.ALL)).containsExactlyInAnyOrderElementsOf(before);
        assertThat(responses().segments(hotel.owner(), hotel.workspace(), campaign.id(), ResponseSelection.ALL))
                .containsExactly(Map.entry("", 2L));
    }

    @Test
    void theServerCannotAlterWhatWasAnswered() {
        submit(Stay.response(GOOD));
        for (String statement : List.of(
                "update response set answers = '{}' where workspace_id = '" + hotel.workspace() + "'",
                "delete from response where workspace_id = '" + hotel.workspace() + "'")) {
            assertThatThrownBy(() -> fixture.work.append(
                            hotel.owner(),
                            hotel.workspace(),
                            org.entezar.kernel.Permission.RESPONSE_SUBMIT,
                            tx -> tx.handle().execute(statement)))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void whoReadSingleResponsesIsInHistoryOnceAnHour() throws SQLException {
        for (int i = 0; i < 3; i++) {
            fixture.collection.responses().list(hotel.owner(), hotel.workspace(), campaign.id(), Optional.empty(), 10);
        }
        assertThat(fixture.count("select count(*) from history_entry where workspace_id = '" + hotel.workspace()
                        + "' and action = 'responses.read' and subject = 'campaign/" + campaign.id()
                        + "' and actor = '" + hotel.owner().subject() + "'"))
                .isEqualTo(1);
    }

    @Test
    void everyChangeOfACampaignIsInHistory() throws SQLException {
        fixture.collection
                .campaigns()
                .change(hotel.owner(), hotel.workspace(), campaign.id(), CampaignChange.to(CampaignChange.Step.PAUSE));
        assertThat(fixture.count("select count(*) from history_entry where workspace_id = '" + hotel.workspace()
                        + "' and action in ('campaign.created', 'campaign.paused') and entry not like '%"
                        + campaign.publicToken() + "%'"))
                .isEqualTo(2);
    }

    @Test
    void aCampaignNeedsAPublishedVersionANameAndAnEndAfterItsStart() {
        Instant start = CollectionFixture.START;
        assertThatThrownBy(() -> fixture.collection
                        .campaigns()
                        .create(
                                hotel.owner(),
                                hotel.workspace(),
                                new NewCampaign(
                                        Stay.KEY,
                                        2,
                                        LocalizedText.EMPTY,
                                        java.util.Set.of(),
                                        Optional.of(start),
                                        Optional.of(start),
                                        false)))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.violations())
                        .extracting(Violation::pointer)
                        .containsExactly("/name", "/closesAt", "/version"));
    }
}
