package org.entezar.collection;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entezar.collection.internal.campaign.LiveCampaigns;
import org.entezar.collection.internal.response.PersonRows;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Change;
import org.entezar.platform.tenancy.Tx;
import org.entezar.platform.tenancy.Work;

/**
 * Finds what a person answered, and erases what the person wrote by destroying the keys. The responses stay, with their
 * coded answers, and so does every proof; nobody can read the words again, from a copy of the database neither. Both are
 * entries of history, which name the person by a code only. All need {@link Permission#PERSON_ERASE}.
 */
public final class Persons {

    private static final int LONGEST_REASON = 1_000;
    private static final int SHOWN = 8;

    private final Work work;
    private final LiveCampaigns live;
    private final PersonalKeys keys;

    Persons(Work work, LiveCampaigns live, PersonalKeys keys) {
        this.work = work;
        this.live = live;
        this.keys = keys;
    }

    /**
     * The responses that were handed in under this reference, the oldest first.
     *
     * @param reference as {@link NewResponse#person}
     * @throws Problem {@link ErrorCode#MALFORMED_PARAMETER} for one that nobody can have
     */
    public List<PersonResponse> find(Caller caller, WorkspaceId workspace, String reference) {
        caller.require(workspace, Permission.PERSON_ERASE);
        byte[] finder = finder(workspace, reference);
        return work.change(caller, workspace, Permission.PERSON_ERASE, tx -> {
            List<PersonResponse> found = PersonRows.of(tx, finder);
            tx.record(Change.created("person.looked-up", subject(finder), Map.of("responses", found.size())));
            return found;
        });
    }

    /**
     * By what code the givers of these responses are known, of those responses of which it is known. Needs
     * {@link Permission#RESPONSE_READ}: nobody can be told from a code.
     */
    public Map<ResponseId, byte[]> codes(Caller caller, WorkspaceId workspace, List<ResponseId> responses) {
        return work.read(caller, workspace, Permission.RESPONSE_READ, tx -> PersonRows.codes(tx, responses));
    }

    /**
     * Erases what the person wrote in all responses under this reference.
     *
     * @param reason why, for history
     * @throws Problem {@link ErrorCode#NOT_FOUND} when there is none that can still be read
     */
    public Erasure erase(Caller caller, WorkspaceId workspace, String reference, String reason) {
        caller.require(workspace, Permission.PERSON_ERASE);
        byte[] finder = finder(workspace, reference);
        requireReason(reason);
        return work.change(
                caller,
                workspace,
                Permission.PERSON_ERASE,
                tx -> erase(tx, subject(finder), PersonRows.readable(tx, finder), reason));
    }

    /**
     * Erases what was written in one response, as when nobody noted who gave it.
     *
     * @param reason why, for history
     * @throws Problem {@link ErrorCode#NOT_FOUND} when there is nothing that can still be read
     */
    public Erasure erase(Caller caller, WorkspaceId workspace, ResponseId response, String reason) {
        caller.require(workspace, Permission.PERSON_ERASE);
        requireReason(reason);
        return work.change(
                caller,
                workspace,
                Permission.PERSON_ERASE,
                tx -> erase(tx, "response/" + response, PersonRows.readable(tx, response), reason));
    }

    private Erasure erase(Tx tx, String subject, List<ResponseId> responses, String reason) {
        if (responses.isEmpty()) {
            throw new Problem(ErrorCode.NOT_FOUND);
        }
        Holds.requireNone(tx, PersonRows.campaigns(tx, responses));
        PersonRows.destroy(tx, responses, keys, campaign -> live.get(tx.workspace(), campaign)
                .rules());
        List<ImportId> imports = PersonRows.imports(tx, responses);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("responses", responses);
        if (!imports.isEmpty()) {
            told.put("imports", imports);
        }
        tx.record(Change.created("person.erased", subject, told), reason.strip());
        return new Erasure(responses.size(), imports);
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

    private static String subject(byte[] finder) {
        return "person/" + HexFormat.of().formatHex(finder, 0, SHOWN);
    }
}
