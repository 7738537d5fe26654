package org.entezar.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entezar.fixtures.Problems.assertCode;

import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.entezar.collection.Erasure;
import org.entezar.collection.ExportFormat;
import org.entezar.collection.NewResponse;
import org.entezar.collection.PersonResponse;
import org.entezar.collection.Persons;
import org.entezar.collection.Receipt;
import org.entezar.collection.ResponseId;
import org.entezar.collection.ResponseSelection;
import org.entezar.collection.StoredResponse;
import org.entezar.fixtures.Callers;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Role;
import org.entezar.kernel.WorkspaceId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people wrote is sealed, found by the person, and erased without touching a single proof. */
class PersonsIT {

    private static final String WORDS = "The porter called me by my mother's name";
    private static final String PERSON = "sara@example.org";

    private AuditFixture fixture;
    private Persons persons;

    @BeforeEach
    void start() {
        fixture = new AuditFixture();
        persons = fixture.collection.persons();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private Receipt send(Optional<ResponseId> id, String words) {
        return fixture.collection
                .responses()
                .submit(
                        fixture.owner,
                        fixture.workspace,
                        fixture.campaign.id(),
                        new NewResponse(
                                        id,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Map.of("segment", "family"),
                                        Map.of("why", TextNode.valueOf(words)))
                                .by(PERSON));
    }

    private StoredResponse read(ResponseId id) {
        return fixture
                .collection
                .responses()
                .list(fixture.owner, fixture.workspace, fixture.campaign.id(), Optional.empty(), 100)
                .responses()
                .stream()
                .filter(response -> response.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String exported() {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        fixture.collection
                .responses()
                .export(
                        fixture.owner,
                        fixture.workspace,
                        fixture.campaign.id(),
                        ResponseSelection.ALL,
                        ExportFormat.CSV,
                        output);
        return output.toString(StandardCharsets.UTF_8);
    }

    @Test
    void wordsAreSealedInTheDatabaseAndReadByThoseWhoMay() throws Exception {
        ResponseId id = send(Optional.empty(), WORDS).id();
        assertThat(fixture.count("select count(*) from response where answers::text like '%porter%'"))
                .isZero();
        assertThat(fixture.count("select count(*) from response_key where encode(sealed_key, 'escape') like '%porter%'"
                        + " or encode(person, 'escape') like '%sara%'"))
                .isZero();
        assertThat(read(id).answers().get("why").asText()).isEqualTo(WORDS);
        assertThat(exported()).contains(WORDS).contains("family");
        assertThat(send(Optional.of(id), WORDS).duplicate()).isTrue();
        assertCode(() -> send(Optional.of(id), "Something else"), ErrorCode.RESPONSE_DIFFERS);
        assertThat(fixture.count("select count(*) from response_key")).isEqualTo(1);
    }

    @Test
    void anErasedPersonCannotBeReadAndEveryProofStaysValid() throws Exception {
        ResponseId first = send(Optional.empty(), WORDS).id();
        ResponseId second = send(Optional.empty(), WORDS + " twice").id();
        ResponseId other = fixture.send("{'why':'All was well','spent':3}");
        fixture.seal();
        fixture.audit.checkpoints().take(fixture.owner, fixture.workspace);
        assertThat(persons.find(fixture.owner, fixture.workspace, " SARA@example.org "))
                .extracting(PersonResponse::response)
                .containsExactlyInAnyOrder(first, second);

        Erasure erasure = persons.erase(fixture.owner, fixture.workspace, PERSON, "She asked for it on 3 March");

        assertThat(erasure.responses()).isEqualTo(2);
        assertThat(read(first).answers().get("why").get("erased").asBoolean()).isTrue();
        assertThat(exported()).doesNotContain("porter").contains("All was well");
        assertThat(read(other).answers().get("why").asText()).isEqualTo("All was well");
        assertThat(fixture.count(
                        "select count(*) from response_key where sealed_key is null and erased_at is not null"))
                .isEqualTo(2);
        assertThat(fixture.audit
                        .proofs()
                        .response(fixture.auditor, fixture.workspace, first)
                        .proof())
                .hasValueSatisfying(proof -> assertThat(proof.holds()).isTrue());
        assertThat(Archives.faults(Archives.verify(Archives.export(fixture, EvidencePeriod.ALL))))
                .isEmpty();
        assertThat(fixture.collection
                        .sealedResponses()
                        .compareVectors(fixture.owner, fixture.workspace, 10)
                        .count())
                .isZero();
        assertThat(persons.find(fixture.owner, fixture.workspace, PERSON))
                .allSatisfy(response -> assertThat(response.erasedAt()).isPresent());
        assertCode(() -> persons.erase(fixture.owner, fixture.workspace, PERSON, "again"), ErrorCode.NOT_FOUND);
        HistoryEntry entry = fixture.audit
                .history()
                .entries(
                        fixture.auditor,
                        fixture.workspace,
                        new HistoryFilter(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("person.erased"),
                                Optional.empty(),
                                Optional.empty(),
                                false),
                        Optional.empty(),
                        10)
                .entries()
                .get(0);
        assertThat(entry.entry().reason()).hasValue("She asked for it on 3 March");
        assertThat(entry.text()).contains(first.toString()).doesNotContain("sara");
    }

    @Test
    void wordsOfNobodyInParticularAreErasedByTheirResponse() {
        ResponseId id = fixture.send("{'why':'My telephone number is 0912','spent':3}");
        persons.erase(fixture.owner, fixture.workspace, id, "A number was told by mistake");
        assertThat(read(id).answers().get("why").get("erased").asBoolean()).isTrue();
        assertThat(read(id).answers().get("spent").asInt()).isEqualTo(3);
    }

    @Test
    void onlyTheOwnerFindsAndErasesAndOnlyInTheOwnWorkspace() {
        send(Optional.empty(), WORDS);
        for (Role role : Role.values()) {
            if (role != Role.OWNER) {
                assertCode(
                        () -> persons.find(Callers.member(fixture.workspace, role), fixture.workspace, PERSON),
                        ErrorCode.FORBIDDEN);
            }
        }
        WorkspaceId other = new WorkspaceId(fixture.ids.next());
        fixture.enter(other, "other-hotel");
        assertThat(persons.find(Callers.owner(other), other, PERSON)).isEmpty();
        assertCode(() -> persons.erase(fixture.owner, fixture.workspace, PERSON, " "), ErrorCode.MALFORMED_PARAMETER);
    }
}
