package org.entezar.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.entezar.collection.CollectionFixture.Tenant;
import org.entezar.fixtures.Callers;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.questionnaire.Facet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Single responses narrowed, ordered and turned page by page, in both directions and behind both walls. */
class ResponseListsIT {

    private static final CodedAnswer NPS = new CodedAnswer("nps", Optional.empty());
    private static final Set<CampaignId> EVERY = Set.of();

    private static CollectionFixture fixture;
    private static Tenant hotel;
    private static Campaign spring;
    private static Campaign autumn;

    @BeforeAll
    static void start() {
        fixture = new CollectionFixture();
        hotel = fixture.tenant();
        spring = fixture.campaign(hotel);
        autumn = fixture.campaign(hotel);
        // Two at the same moment, one without an answer to the recommendation and one without a segment.
        submit(
                spring,
                "2026-03-01T08:00:00Z",
                "fa",
                Map.of("segment", "families", "site", "north"),
                3,
                ",\"why\":\"=Cold\"");
        submit(spring, "2026-03-02T08:00:00Z", "en", Map.of("segment", "business", "site", "north"), 10, "");
        submit(spring, "2026-03-02T08:00:00Z", "en", Map.of("segment", "families", "site", "south"), 7, "");
        submit(spring, "2026-03-03T08:00:00Z", "en", Map.of(), 9, "");
        submit(spring, "2026-03-04T08:00:00Z", "zh-Hans", Map.of("segment", "couples"), -1, "");
        submit(autumn, "2026-03-02T12:00:00Z", "en", Map.of("segment", "families"), 8, "");
        submit(autumn, "2026-03-05T08:00:00Z", "fa", Map.of("segment", "business"), 6, ",\"why\":\"slow\"");
    }

    private static void submit(
            Campaign campaign, String at, String language, Map<String, String> context, int nps, String further) {
        String answers =
                "{\"sq01\":{\"expected\":6,\"perceived\":4}" + (nps < 0 ? "" : ",\"nps\":" + nps) + further + "}";
        fixture.collection
                .responses()
                .submit(
                        hotel.owner(),
                        hotel.workspace(),
                        campaign.id(),
                        new NewResponse(
                                Optional.empty(),
                                Optional.of(Instant.parse(at)),
                                Optional.of(language),
                                context,
                                Stay.answers(answers)));
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    private static ResponseLists lists() {
        return fixture.collection.responseLists();
    }

    private static ResponseSlice slice(
            ResponseConditions filter, ResponseOrder order, Optional<SlicePlace> place, int limit) {
        return lists().of(hotel.owner(), hotel.workspace(), spring.id(), filter, order, place, limit);
    }

    private static ResponseOrder by(ResponseOrder.By by, boolean descending) {
        return new ResponseOrder(by, by == ResponseOrder.By.ANSWER ? Optional.of(NPS) : Optional.empty(), descending);
    }

    private static ResponseConditions filter(
            String from, String segment, String site, String language, Optional<ResponseConditions.Range> answer) {
        return new ResponseConditions(
                given(from).map(Instant::parse),
                Optional.empty(),
                given(segment),
                given(site),
                given(language),
                answer);
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(value -> !value.isEmpty());
    }

    private static List<Integer> recommendations(ResponseSlice slice) {
        return slice.responses().stream()
                .map(each -> each.answers().path("nps").asInt(-1))
                .toList();
    }

    /** All parts from the beginning to the end, then back to the beginning: both ways show the same. */
    private static List<ResponseId> walked(Function<Optional<SlicePlace>, ResponseSlice> part) {
        List<ResponseId> there = new ArrayList<>();
        ResponseSlice slice = part.apply(Optional.empty());
        assertThat(slice.before()).isEmpty();
        ids(slice, there);
        List<ResponseSlice> seen = new ArrayList<>(List.of(slice));
        while (slice.after().isPresent()) {
            slice = part.apply(slice.after().map(at -> new SlicePlace(at, false)));
            ids(slice, there);
            seen.add(slice);
        }
        for (int i = seen.size() - 2; i >= 0; i--) {
            slice = part.apply(slice.before().map(at -> new SlicePlace(at, true)));
            assertThat(slice.responses()).isEqualTo(seen.get(i).responses());
        }
        assertThat(slice.before()).isEmpty();
        return there;
    }

    private static void ids(ResponseSlice slice, List<ResponseId> ids) {
        slice.responses().forEach(each -> ids.add(each.id()));
    }

    @Test
    void everyOrderShowsEachResponseOnceInBothDirections() {
        for (ResponseOrder.By by : ResponseOrder.By.values()) {
            for (boolean descending : new boolean[] {true, false}) {
                assertThat(walked(place -> slice(ResponseConditions.ALL, by(by, descending), place, 2)))
                        .as(by + " " + descending)
                        .hasSize(5)
                        .doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void whoDidNotAnswerComesLastEitherWay() {
        assertThat(recommendations(
                        slice(ResponseConditions.ALL, by(ResponseOrder.By.ANSWER, true), Optional.empty(), 10)))
                .containsExactly(10, 9, 7, 3, -1);
        assertThat(recommendations(
                        slice(ResponseConditions.ALL, by(ResponseOrder.By.ANSWER, false), Optional.empty(), 10)))
                .containsExactly(3, 7, 9, 10, -1);
        assertThat(slice(ResponseConditions.ALL, by(ResponseOrder.By.SEGMENT, false), Optional.empty(), 10)
                        .responses())
                .extracting(each -> each.context().getOrDefault("segment", "none"))
                .containsExactly("business", "couples", "families", "families", "none");
    }

    @Test
    void eachConditionNarrowsAndTheCountIsOfWhatIsLeft() {
        ResponseConditions promoters = filter("", "", "", "", Optional.of(new ResponseConditions.Range(NPS, 9, 10)));
        assertThat(recommendations(slice(promoters, ResponseOrder.LATEST, Optional.empty(), 10)))
                .containsExactly(9, 10);
        // The code for no answer is a number too, and never a point.
        ResponseConditions any = filter("", "", "", "", Optional.of(new ResponseConditions.Range(NPS, 0, 255)));
        assertThat(slice(any, ResponseOrder.LATEST, Optional.empty(), 10).count())
                .isEqualTo(4);
        assertThat(slice(filter("", "families", "", "", Optional.empty()), ResponseOrder.LATEST, Optional.empty(), 1))
                .satisfies(found -> assertThat(found.count()).isEqualTo(2))
                .satisfies(found -> assertThat(found.responses()).hasSize(1));
        assertThat(recommendations(slice(
                        filter("", "", "north", "en", Optional.empty()), ResponseOrder.LATEST, Optional.empty(), 10)))
                .containsExactly(10);
        assertThat(slice(
                                filter("2026-03-03T08:00:00Z", "", "", "", Optional.empty()),
                                ResponseOrder.LATEST,
                                Optional.empty(),
                                10)
                        .count())
                .isEqualTo(2);
    }

    @Test
    void wordsStaySealedInAListAndOpenInOneResponse() {
        ResponseSlice.Listed cold = slice(
                        filter("", "", "", "fa", Optional.empty()), ResponseOrder.LATEST, Optional.empty(), 10)
                .responses()
                .get(0);
        assertThat(cold.written()).containsExactly("why");
        assertThat(cold.answers().toString()).doesNotContain("Cold").doesNotContain("why");
        assertThat(lists().one(hotel.owner(), hotel.workspace(), spring.id(), cold.id())
                        .answers()
                        .path("why")
                        .asText())
                .isEqualTo("=Cold");
        assertThatThrownBy(() -> lists().one(hotel.owner(), hotel.workspace(), autumn.id(), cold.id()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    @Test
    void aListOverCampaignsIsInTheOrderOfTimeAndTellsNoAnswer() {
        List<ResponseId> all = walked(place ->
                lists().ofWorkspace(hotel.owner(), hotel.workspace(), ResponseConditions.ALL, true, EVERY, place, 3));
        assertThat(all).hasSize(7).doesNotHaveDuplicates();
        ResponseSlice latest = lists().ofWorkspace(
                        hotel.owner(), hotel.workspace(), ResponseConditions.ALL, true, EVERY, Optional.empty(), 10);
        assertThat(latest.responses())
                .extracting(ResponseSlice.Listed::submittedAt)
                .isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(latest.responses())
                .allSatisfy(each -> assertThat(each.answers()).isEmpty());
        assertThat(lists().ofWorkspace(
                                hotel.owner(),
                                hotel.workspace(),
                                filter("", "families", "", "", Optional.empty()),
                                false,
                                Set.of(autumn.id()),
                                Optional.empty(),
                                10)
                        .count())
                .isEqualTo(1);
    }

    @Test
    void theFileHoldsWhatIsLookedForAndHistorySaysWhatThatWas() throws SQLException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        long rows = fixture.collection
                .responses()
                .export(
                        hotel.owner(),
                        hotel.workspace(),
                        spring.id(),
                        filter("", "families", "", "fa", Optional.of(new ResponseConditions.Range(NPS, 0, 6))),
                        ExportFormat.CSV,
                        file);
        assertThat(rows).isEqualTo(1);
        assertThat(file.toString(StandardCharsets.UTF_8)).contains("'=Cold").doesNotContain("business");
        assertThat(fixture.count("select count(*) from history_entry where action = 'responses.exported'"
                        + " and entry like '%\"segment\":\"families\"%'"))
                .isEqualTo(1);
    }

    @Test
    void aPlaceOfAnotherOrderOrNoneAtAllIsRefused() {
        Optional<SlicePlace> elsewhere = slice(ResponseConditions.ALL, ResponseOrder.LATEST, Optional.empty(), 1)
                .after()
                .map(at -> new SlicePlace(at, false));
        for (Optional<SlicePlace> place : List.of(elsewhere, Optional.of(new SlicePlace("%00'--", true)))) {
            assertThatThrownBy(() -> slice(ResponseConditions.ALL, by(ResponseOrder.By.ANSWER, true), place, 1))
                    .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code())
                            .isEqualTo(ErrorCode.MALFORMED_PARAMETER));
        }
        CodedAnswer none = new CodedAnswer("sq01", Optional.of(Facet.MINIMUM));
        assertThatThrownBy(() -> slice(
                        filter("", "", "", "", Optional.of(new ResponseConditions.Range(none, 1, 2))),
                        ResponseOrder.LATEST,
                        Optional.empty(),
                        1))
                .isInstanceOf(Problem.class);
    }

    @Test
    void anotherWorkspaceAndARoleWithoutThePermissionSeeNothing() {
        Tenant other = fixture.tenant();
        assertThatThrownBy(() -> lists().of(
                                other.owner(),
                                other.workspace(),
                                spring.id(),
                                ResponseConditions.ALL,
                                ResponseOrder.LATEST,
                                Optional.empty(),
                                5))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.NOT_FOUND));
        assertThat(lists().ofWorkspace(
                                other.owner(),
                                other.workspace(),
                                ResponseConditions.ALL,
                                true,
                                Set.of(spring.id()),
                                Optional.empty(),
                                5)
                        .count())
                .isZero();
        assertThat(lists().traits(other.owner(), other.workspace(), Optional.of(spring.id()))
                        .segments())
                .isEmpty();
        Caller frontline = Callers.member(hotel.workspace(), Role.FRONTLINE);
        assertThatThrownBy(() -> lists().ofWorkspace(
                                frontline, hotel.workspace(), ResponseConditions.ALL, true, EVERY, Optional.empty(), 5))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> lists().traits(frontline, hotel.workspace(), Optional.empty()))
                .isInstanceOf(Problem.class);
    }

    @Test
    void whatThereIsToChooseFromComesOutOfTheResponses() {
        ResponseTraits traits = lists().traits(hotel.owner(), hotel.workspace(), Optional.of(spring.id()));
        assertThat(traits.segments()).containsExactly("business", "couples", "families");
        assertThat(traits.sites()).containsExactly("north", "south");
        assertThat(traits.languages()).containsExactly("en", "fa", "zh-Hans");
    }
}
