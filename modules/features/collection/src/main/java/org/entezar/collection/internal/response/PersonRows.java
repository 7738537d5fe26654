package org.entezar.collection.internal.response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.entezar.collection.CampaignId;
import org.entezar.collection.ImportId;
import org.entezar.collection.PersonResponse;
import org.entezar.collection.PersonalKeys;
import org.entezar.collection.ResponseId;
import org.entezar.collection.internal.answers.AnswerRules;
import org.entezar.platform.json.Json;
import org.entezar.platform.tenancy.Tx;

/** Keys of responses in their table. */
public final class PersonRows {

    private PersonRows() {}

    /** What was handed in under the finder, the oldest first. */
    public static List<PersonResponse> of(Tx tx, byte[] finder) {
        return tx.handle()
                .createQuery("""
                    select r.id, r.campaign_id, r.submitted_at, k.erased_at
                    from response_key k join response r on r.workspace_id = k.workspace_id and r.id = k.response_id
                    where k.workspace_id = :workspace and k.person = :person
                    order by r.submitted_at, r.id\
                    """)
                .bind("workspace", tx.workspace().value())
                .bind("person", finder)
                .map((rows, context) -> new PersonResponse(
                        new ResponseId(rows.getObject(1, UUID.class)),
                        new CampaignId(rows.getObject(2, UUID.class)),
                        rows.getObject(3, OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(rows.getObject(4, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .list();
    }

    /** Those under the finder whose keys are there. */
    public static List<ResponseId> readable(Tx tx, byte[] finder) {
        return tx.handle()
                .createQuery("""
                    select response_id from response_key
                    where workspace_id = :workspace and person = :person and sealed_key is not null
                    order by response_id for update\
                    """)
                .bind("workspace", tx.workspace().value())
                .bind("person", finder)
                .map((rows, context) -> new ResponseId(rows.getObject(1, UUID.class)))
                .list();
    }

    /** The response, if its key is there. */
    public static List<ResponseId> readable(Tx tx, ResponseId response) {
        return tx.handle()
                .createQuery("""
                    select response_id from response_key
                    where workspace_id = :workspace and response_id = :id and sealed_key is not null for update\
                    """)
                .bind("workspace", tx.workspace().value())
                .bind("id", response.value())
                .map((rows, context) -> new ResponseId(rows.getObject(1, UUID.class)))
                .list();
    }

    /** Destroys the keys, and codes the answers anew from what is left: a condition may have asked for the words. */
    public static void destroy(
            Tx tx, List<ResponseId> responses, PersonalKeys keys, Function<CampaignId, AnswerRules> rules) {
        for (ResponseId response : responses) {
            tx.handle()
                    .createUpdate("""
                        update response_key set sealed_key = null, erased_at = :now
                        where workspace_id = :workspace and response_id = :id\
                        """)
                    .bind("workspace", tx.workspace().value())
                    .bind("id", response.value())
                    .bind("now", tx.now().atOffset(ZoneOffset.UTC))
                    .execute();
            stored(tx, response).ifPresent(document -> recode(tx, response, document, keys, rules));
        }
    }

    private record Document(CampaignId campaign, ObjectNode answers) {}

    private static Optional<Document> stored(Tx tx, ResponseId response) {
        return tx.handle()
                .createQuery(
                        "select campaign_id, answers::text from response where workspace_id = :workspace and id = :id")
                .bind("workspace", tx.workspace().value())
                .bind("id", response.value())
                .map((rows, context) -> new Document(
                        new CampaignId(rows.getObject(1, UUID.class)), (ObjectNode) Json.parse(rows.getString(2))))
                .findOne();
    }

    private static void recode(
            Tx tx, ResponseId response, Document document, PersonalKeys keys, Function<CampaignId, AnswerRules> rules) {
        Map<String, JsonNode> left = new LinkedHashMap<>();
        PersonalKeys.withoutErased(keys.open(response, document.answers(), Optional.empty()))
                .fields()
                .forEachRemaining(answer -> left.put(answer.getKey(), answer.getValue()));
        tx.handle()
                .createUpdate("""
                    update response_vector set codes = :codes
                    where workspace_id = :workspace and campaign_id = :campaign and response_id = :id
                      and codes <> :codes\
                    """)
                .bind("workspace", tx.workspace().value())
                .bind("campaign", document.campaign().value())
                .bind("id", response.value())
                .bind("codes", rules.apply(document.campaign()).codesOf(left))
                .execute();
    }

    /** By what the givers of these responses are found. */
    public static Map<ResponseId, byte[]> codes(Tx tx, List<ResponseId> responses) {
        Map<ResponseId, byte[]> codes = new LinkedHashMap<>();
        tx.handle()
                .createQuery("""
                    select response_id, person from response_key
                    where workspace_id = :workspace and response_id = any (:ids) and person is not null\
                    """)
                .bind("workspace", tx.workspace().value())
                .bindArray(
                        "ids",
                        UUID.class,
                        responses.stream().map(ResponseId::value).toArray())
                .map((rows, context) -> Map.entry(new ResponseId(rows.getObject(1, UUID.class)), rows.getBytes(2)))
                .forEach(found -> codes.put(found.getKey(), found.getValue()));
        return codes;
    }

    /** Those under the finder that were not erased whole. */
    public static List<ResponseId> notErased(Tx tx, byte[] finder) {
        return tx.handle()
                .createQuery("""
                    select r.id from response_key k
                    join response r on r.workspace_id = :workspace and r.id = k.response_id
                    where k.workspace_id = :workspace and k.person = :person and r.erased_at is null
                    order by r.id for update of r\
                    """)
                .bind("workspace", tx.workspace().value())
                .bind("person", finder)
                .map((rows, context) -> new ResponseId(rows.getObject(1, UUID.class)))
                .list();
    }

    /** The campaigns that these responses were given to. */
    public static List<CampaignId> campaigns(Tx tx, List<ResponseId> responses) {
        return tx.handle()
                .createQuery("""
                    select distinct campaign_id from response
                    where workspace_id = :workspace and id = any (:ids)\
                    """)
                .bind("workspace", tx.workspace().value())
                .bindArray(
                        "ids",
                        UUID.class,
                        responses.stream().map(ResponseId::value).toArray())
                .map((rows, context) -> new CampaignId(rows.getObject(1, UUID.class)))
                .list();
    }

    /** The imports that brought these responses. */
    public static List<ImportId> imports(Tx tx, List<ResponseId> responses) {
        return tx.handle()
                .createQuery("""
                    select distinct import_id from response
                    where workspace_id = :workspace and id = any (:ids) and import_id is not null\
                    """)
                .bind("workspace", tx.workspace().value())
                .bindArray(
                        "ids",
                        UUID.class,
                        responses.stream().map(ResponseId::value).toArray())
                .map((rows, context) -> new ImportId(rows.getObject(1, UUID.class)))
                .list();
    }
}
