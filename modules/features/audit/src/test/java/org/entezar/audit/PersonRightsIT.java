package org.entezar.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entezar.fixtures.Problems.assertCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.entezar.collection.Campaign;
import org.entezar.collection.ConsentRecord;
import org.entezar.collection.Consents;
import org.entezar.collection.NewCampaign;
import org.entezar.collection.NewResponse;
import org.entezar.collection.PersonFile;
import org.entezar.collection.PersonRights;
import org.entezar.collection.ResponseId;
import org.entezar.fixtures.Callers;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Role;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.json.Json;
import org.entezar.questionnaire.Questionnaire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person can ask for: to see, to correct, to take consent back, to be forgotten; the history stays provable. */
class PersonRightsIT {

    private static final String PERSON = "Customer 4711";
    private static final String CONSENT = "You may call me back";

    private AuditFixture fixture;
    private PersonRights rights;
    private Consents consents;
    private Campaign campaign;

    @BeforeEach
    void start() {
        fixture = new AuditFixture();
        rights = fixture.collection.personRights();
        consents = fixture.collection.consents();
        Questionnaire document = Json.readInput("""
            {"key":"call","title":{"en":"A call"},"languages":["en","fa"],"sections":[{"key":"s","items":[
              {"key":"sq","text":{"en":"Kept its word"},"facets":["expected","perceived"],"scale":{"min":1,"max":7}},
              {"key":"why","type":"text","text":{"en":"Why?"}},
              {"key":"back","type":"consent","text":{"en":"You may call me back","fa":"می‌توانید با من تماس بگیرید"}}
            ]}]}\
            """.getBytes(StandardCharsets.UTF_8), Questionnaire.class);
        fixture.questionnaires.create(fixture.owner, fixture.workspace, document);
        fixture.questionnaires.publish(fixture.owner, fixture.workspace, "call");
        campaign = fixture.collection
                .campaigns()
                .create(fixture.owner, fixture.workspace, NewCampaign.of("call", 1, LocalizedText.of("en", "Calls")));
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private static Map<String, JsonNode> answers(int perceived, String words) {
        return Map.of(
                "sq",
                Json.mapper().createObjectNode().put("expected", 6).put("perceived", perceived),
                "why",
                TextNode.valueOf(words),
                "back",
                BooleanNode.TRUE);
    }

    private ResponseId send(String language, int perceived, String words) {
        return fixture.collection
                .responses()
                .submit(
                        fixture.owner,
                        fixture.workspace,
                        campaign.id(),
                        new NewResponse(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(language),
                                        Map.of("site", "north"),
                                        answers(perceived, words))
                                .by(PERSON))
                .id();
    }

    private PersonFile file() {
        return rights.file(fixture.owner, fixture.workspace, PERSON);
    }

    private void assertProvable() throws Exception {
        fixture.seal();
        assertThat(Archives.faults(Archives.verify(Archives.export(fixture, EvidencePeriod.ALL))))
                .isEmpty();
        assertThat(fixture.collection
                        .sealedResponses()
                        .compareVectors(fixture.owner, fixture.workspace, 10)
                        .count())
                .isZero();
    }

    @Test
    void everythingIsShownWithTheVeryWordsOfTheConsent() throws Exception {
        send("en", 4, "=The porter");
        send("fa", 5, "خوب بود");
        PersonFile file = file();
        assertThat(file.responses()).hasSize(2);
        PersonFile.Given first = file.responses().get(0);
        assertThat(first.context()).containsEntry("site", "north");
        assertThat(first.answers())
                .anySatisfy(answer -> assertThat(answer.answer().asText()).isEqualTo("=The porter"));
        assertThat(first.consents())
                .extracting(ConsentRecord::text, ConsentRecord::language, ConsentRecord::version)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(CONSENT, "en", 1));
        assertThat(file.responses().get(1).consents())
                .extracting(ConsentRecord::text)
                .containsExactly("می‌توانید با من تماس بگیرید");
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        file.writeCsv(table);
        assertThat(table.toString(StandardCharsets.UTF_8))
                .contains("expected: 6; perceived: 4")
                .contains("'=The porter")
                .doesNotContain(",=The porter");
        assertThat(fixture.count("select count(*) from history_entry where entry like '%4711%'"))
                .isZero();
        assertThat(fixture.count("select count(*) from history_entry where action = 'person.exported'"))
                .isEqualTo(1);
    }

    @Test
    void aCorrectionTakesThePlaceAndLeavesTheOldOneProvable() throws Exception {
        ResponseId old = send("en", 1, "It was bad");
        fixture.seal();
        ResponseId corrected = rights.correct(
                fixture.owner, fixture.workspace, old, answers(7, "It was good"), "The scale was read upside down");
        assertThat(fixture.collection
                        .responses()
                        .list(fixture.owner, fixture.workspace, campaign.id(), Optional.empty(), 10)
                        .responses())
                .singleElement()
                .satisfies(now -> {
                    assertThat(now.id()).isEqualTo(corrected);
                    assertThat(now.answers().path("why").asText()).isEqualTo("It was good");
                    assertThat(now.context()).containsEntry("site", "north");
                });
        assertThat(file().responses()).extracting(PersonFile.Given::response).containsExactlyInAnyOrder(old, corrected);
        assertCode(
                () -> rights.correct(fixture.owner, fixture.workspace, old, answers(3, "again"), "again"),
                ErrorCode.STATE);
        assertCode(
                () -> rights.correct(
                        fixture.owner, fixture.workspace, corrected, Map.of("sq", IntNode.valueOf(3)), "malformed"),
                ErrorCode.INVALID);
        assertProvable();
        fixture.behindTheBack("update response set withdrawn_at = null where id = '" + old + "'");
        assertThat(Archives.faults(Archives.verify(Archives.export(fixture, EvidencePeriod.ALL))))
                .isNotEmpty();
    }

    @Test
    void aConsentIsTakenBackOnce() {
        ResponseId response = send("en", 4, "Call me");
        send("fa", 4, "تماس");
        assertThat(consents.of(fixture.owner, fixture.workspace, campaign.id()))
                .hasSize(2)
                .allSatisfy(count -> {
                    assertThat(count.agreed()).isEqualTo(1);
                    assertThat(count.withdrawn()).isZero();
                });
        consents.withdraw(fixture.owner, fixture.workspace, response, "back", "Asked on the phone");
        assertThat(consents.of(fixture.owner, fixture.workspace, campaign.id()))
                .filteredOn(count -> count.language().equals("en"))
                .singleElement()
                .satisfies(count -> assertThat(count.withdrawn()).isEqualTo(1));
        assertThat(file().responses().get(0).consents().get(0).withdrawn()).isPresent();
        assertCode(
                () -> consents.withdraw(fixture.owner, fixture.workspace, response, "back", "again"), ErrorCode.STATE);
        assertCode(
                () -> consents.withdraw(fixture.owner, fixture.workspace, response, "why", "no consent"),
                ErrorCode.NOT_FOUND);
    }

    @Test
    void aWholeErasureLeavesNothingToReadAndEverythingToProve() throws Exception {
        ResponseId first = send("en", 4, "The porter");
        ResponseId second = send("en", 5, "The porter again");
        rights.correct(fixture.owner, fixture.workspace, first, answers(2, "Corrected"), "asked");
        assertThat(rights.eraseWhole(fixture.owner, fixture.workspace, PERSON, "asked to be forgotten")
                        .responses())
                .isEqualTo(3);
        assertThat(fixture.count("select count(*) from response where campaign_id = '" + campaign.id()
                        + "' and (answers::text <> '{}' or context::text <> '{}')"))
                .isZero();
        assertThat(fixture.count("select count(*) from response_vector")).isZero();
        assertThat(file().responses()).hasSize(3).allSatisfy(given -> {
            assertThat(given.answers()).isEmpty();
            assertThat(given.erasedAt()).isPresent();
        });
        assertCode(() -> rights.eraseWhole(fixture.owner, fixture.workspace, PERSON, "again"), ErrorCode.NOT_FOUND);
        assertThat(fixture.audit
                        .proofs()
                        .response(fixture.auditor, fixture.workspace, second)
                        .batch())
                .isPresent();
        assertProvable();
    }

    @Test
    void onlyOwnersAndOnlyTheirOwn() {
        ResponseId response = send("en", 4, "Mine");
        for (Role role : Role.values()) {
            if (role != Role.OWNER) {
                var member = Callers.member(fixture.workspace, role);
                assertCode(() -> rights.file(member, fixture.workspace, PERSON), ErrorCode.FORBIDDEN);
                assertCode(() -> rights.eraseWhole(member, fixture.workspace, PERSON, "x"), ErrorCode.FORBIDDEN);
            }
        }
        WorkspaceId other = new WorkspaceId(fixture.ids.next());
        fixture.enter(other, "other-hotel");
        var stranger = Callers.owner(other);
        assertThat(rights.file(stranger, other, PERSON).responses()).isEmpty();
        assertCode(() -> rights.correct(stranger, other, response, answers(1, "theirs"), "x"), ErrorCode.NOT_FOUND);
        assertCode(() -> consents.withdraw(stranger, other, response, "back", "x"), ErrorCode.NOT_FOUND);
        assertCode(() -> consents.of(stranger, other, campaign.id()), ErrorCode.NOT_FOUND);
    }
}
