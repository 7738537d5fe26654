package org.entezar.collection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.entezar.collection.internal.campaign.LiveCampaigns;
import org.entezar.collection.internal.campaign.LiveCampaigns.LiveCampaign;
import org.entezar.collection.internal.response.ConsentRows;
import org.entezar.collection.internal.response.Outcome;
import org.entezar.collection.internal.response.PersonReader;
import org.entezar.collection.internal.response.PersonRows;
import org.entezar.collection.internal.response.Personal;
import org.entezar.collection.internal.response.ResponseRow;
import org.entezar.collection.internal.response.ResponseStore;
import org.entezar.collection.internal.response.ResponseTombstones;
import org.entezar.evidence.Entry;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Change;
import org.entezar.platform.tenancy.Tx;
import org.entezar.platform.tenancy.Work;
import org.entezar.questionnaire.Item;
import org.entezar.questionnaire.Questionnaire;

/**
 * What a person can ask for beside the erasure of words ({@link Persons}): everything that is held, a correction, and the
 * erasure of whole responses. All need {@link Permission#PERSON_ERASE}; each is an entry that names no person.
 */
public final class PersonRights {

    private static final int LONGEST_REASON = 1_000;
    private static final int SHOWN = 8;

    private final Work work;
    private final LiveCampaigns live;
    private final PersonalKeys keys;
    private final ResponseChecks checks;
    private final Consumer<WorkspaceId> stored;
    private final Consumer<WorkspaceId> sealing;

    /**
     * @param stored told of each workspace in which something was stored
     * @param sealing seals what waits in a workspace, at once
     */
    PersonRights(
            Work work,
            LiveCampaigns live,
            PersonalKeys keys,
            ResponseChecks checks,
            Consumer<WorkspaceId> stored,
            Consumer<WorkspaceId> sealing) {
        this.work = work;
        this.live = live;
        this.keys = keys;
        this.checks = checks;
        this.stored = stored;
        this.sealing = sealing;
    }

    /**
     * Everything that is held under the reference.
     *
     * @throws Problem {@link ErrorCode#MALFORMED_PARAMETER} for a reference that nobody can have
     */
    public PersonFile file(Caller caller, WorkspaceId workspace, String reference) {
        caller.require(workspace, Permission.PERSON_ERASE);
        byte[] finder = finder(workspace, reference);
        return work.change(caller, workspace, Permission.PERSON_ERASE, tx -> {
            List<PersonFile.Given> responses = PersonReader.of(tx, finder).stream()
                    .map(row -> given(tx, row))
                    .toList();
            tx.record(
                    Change.created("person.exported", "person/" + code(finder), Map.of("responses", responses.size())));
            List<ResponseId> ids =
                    responses.stream().map(PersonFile.Given::response).toList();
            return new PersonFile(reference.strip(), code(finder), tx.now(), responses, PersonRows.imports(tx, ids));
        });
    }

    private PersonFile.Given given(Tx tx, PersonReader.Row row) {
        LiveCampaign campaign = live.get(tx.workspace(), row.campaign());
        Questionnaire document = campaign.rules().questionnaire();
        ObjectNode opened = keys.open(row.id(), row.answers(), row.key());
        List<PersonFile.Answer> answers = new ArrayList<>();
        opened.fields()
                .forEachRemaining(answer -> answers.add(new PersonFile.Answer(
                        answer.getKey(),
                        document.item(answer.getKey()).map(Item::text).orElse(LocalizedText.EMPTY),
                        answer.getValue())));
        return new PersonFile.Given(
                row.id(),
                row.campaign(),
                campaign.campaign().name(),
                document.key(),
                row.version(),
                row.submittedAt(),
                row.receivedAt(),
                row.language(),
                row.context(),
                answers,
                consents(tx, row, document, opened),
                row.withdrawnAt(),
                row.erasedAt());
    }

    private static List<ConsentRecord> consents(
            Tx tx, PersonReader.Row row, Questionnaire document, ObjectNode answers) {
        String language = row.language().orElse(document.languages().get(0));
        Map<String, Instant> withdrawn = ConsentRows.withdrawn(tx, row.id());
        return Consents.items(document).stream()
                .filter(item -> answers.has(item.key()))
                .map(item -> new ConsentRecord(
                        item.key(),
                        Consents.text(document, item, language),
                        language,
                        row.version(),
                        answers.path(item.key()).asBoolean(),
                        row.submittedAt(),
                        Optional.ofNullable(withdrawn.get(item.key()))))
                .toList();
    }

    /**
     * Puts a corrected response in the place of another: the old one counts no more, stays in history, and is named by
     * the entry. Time, occasion and person are those of the old one.
     *
     * @param answers all of them, as they should have been
     * @param reason why, for history
     * @return the id of the new response
     * @throws Problem {@link ErrorCode#NOT_FOUND}, {@link ErrorCode#STATE} when it was corrected, withdrawn or erased
     *     before, {@link ErrorCode#INVALID} with pointers
     */
    public ResponseId correct(
            Caller caller, WorkspaceId workspace, ResponseId response, Map<String, JsonNode> answers, String reason) {
        caller.require(workspace, Permission.PERSON_ERASE);
        requireReason(reason);
        PersonReader.Row old =
                work.read(caller, workspace, Permission.PERSON_ERASE, tx -> PersonReader.find(tx, response)
                        .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND)));
        LiveCampaign target = live.get(workspace, old.campaign());
        ResponseRow checked = checks.check(
                        workspace,
                        target,
                        new NewResponse(
                                Optional.empty(),
                                Optional.of(old.submittedAt()),
                                old.language(),
                                old.context(),
                                answers))
                .row();
        ResponseRow row = checked.correcting(response, personal(checked, old.person()));
        work.change(caller, workspace, Permission.PERSON_ERASE, tx -> {
            PersonReader.Row now = PersonReader.lock(tx, response).orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND));
            if (now.withdrawnAt().isPresent()) {
                throw new Problem(ErrorCode.STATE, "WITHDRAWN");
            }
            if (ResponseStore.insert(tx, List.of(row)).get(0) != Outcome.ACCEPTED) {
                throw ResponseChecks.differs(row.id());
            }
            PersonReader.withdraw(tx, response);
            tx.record(
                    Change.created(
                            Entry.RESPONSE_CORRECTED,
                            "response/" + response,
                            Map.of("by", row.id(), "campaign", old.campaign())),
                    reason.strip());
            return row.id();
        });
        stored.accept(workspace);
        return row.id();
    }

    /** The person of the old response is the person of the new one. */
    private Optional<Personal> personal(ResponseRow row, Optional<byte[]> person) {
        if (person.isEmpty()) {
            return row.personal();
        }
        return Optional.of(row.personal()
                .map(own -> new Personal(own.keys(), own.answers(), own.key(), person))
                .orElseGet(() -> new Personal(
                        keys,
                        row.answers(),
                        keys.seal(row.id(), row.answers(), Set.of()).key(),
                        person)));
    }

    /**
     * Erases the responses under the reference whole: words, ratings and occasion. What stays is that there was a
     * response, which keeps every proof.
     *
     * @param reason why, for history
     * @throws Problem {@link ErrorCode#NOT_FOUND} when there is none left, {@link ErrorCode#ON_HOLD}
     */
    public Erasure eraseWhole(Caller caller, WorkspaceId workspace, String reference, String reason) {
        caller.require(workspace, Permission.PERSON_ERASE);
        byte[] finder = finder(workspace, reference);
        requireReason(reason);
        // What is erased must have been sealed, or nothing would tell that it was ever there.
        sealing.accept(workspace);
        return work.change(caller, workspace, Permission.PERSON_ERASE, tx -> {
            List<ResponseId> responses = PersonRows.notErased(tx, finder);
            if (responses.isEmpty()) {
                throw new Problem(ErrorCode.NOT_FOUND);
            }
            Holds.requireNone(tx, PersonRows.campaigns(tx, responses));
            List<ImportId> imports = PersonRows.imports(tx, responses);
            ResponseTombstones.erase(tx, "person/" + code(finder), responses, Map.of(), reason.strip());
            return new Erasure(responses.size(), imports);
        });
    }

    private byte[] finder(WorkspaceId workspace, String reference) {
        if (ResponseChecks.isNoReference(reference)) {
            throw new Problem(ErrorCode.MALFORMED_PARAMETER, "reference", "");
        }
        return keys.finder(workspace, reference);
    }

    private static void requireReason(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new Problem(ErrorCode.MALFORMED_PARAMETER, "reason", "");
        }
    }

    private static String code(byte[] finder) {
        return HexFormat.of().formatHex(finder, 0, SHOWN);
    }
}
