package org.entezar.premises;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One of everything in a workspace, made by its owner: what the placeholders of the contract's addresses name. */
public final class Premises {

    private static final byte[] FILE = "id,q01_e,q01_p\nA,7,6\nB,5,4\n".getBytes(StandardCharsets.UTF_8);

    /** Fewer responses than the minimum group give no insight. */
    private static final int ENOUGH = 6;

    private static final int MANY_ROLES = 8;

    private final Api owner;
    private final String alias;
    private final String root;
    private final String tree;
    private final Map<String, String> names = new LinkedHashMap<>();

    public Premises(Api owner, String alias, String member) {
        this.owner = owner;
        this.alias = alias;
        this.root = "/workspaces/" + alias;
        this.tree = categories();
        names.put("ws", alias);
        names.put("key", draft());
        ok(owner.post(root + "/questionnaires/" + names.get("key") + "/versions", "{}"));
        names.put("number", "1");
        JsonNode campaign = ok(owner.post(root + "/campaigns", campaign(names.get("key"))));
        names.put("campaign", campaign.get("id").asText());
        String link = campaign.get("publicUrl").asText();
        names.put("token", link.substring(link.lastIndexOf('/') + 1));
        for (int i = 0; i < ENOUGH; i++) {
            names.put(
                    "response",
                    ok(owner.post(root + "/campaigns/" + names.get("campaign") + "/responses", response()))
                            .get("id")
                            .asText());
        }
        names.put("id", names.get("response"));
        names.put(
                "insight",
                ok(owner.post(root + "/campaigns/" + names.get("campaign") + "/insights", "{\"method\":\"servqual\"}"))
                        .get("id")
                        .asText());
        names.put("standard", standard());
        names.put("promise", promise());
        names.put("import", upload());
        names.put("member", member(member));
        names.put("invitation", invitation());
        names.put("client", client());
        names.put("role", role());
        names.put(
                "size",
                ok(owner.post(root + "/history/checkpoints", "")).get("size").asText());
        names.put("job", archive());
        names.put(
                "check",
                ok(owner.post(root + "/history/checks", "")).at("/job/id").asText());
        names.put("hold", hold());
        names.put("case", service());
        names.put("whole", whole());
        names.put("ticket", "nobody");
        names.put("engagement", engagement(alias.equals("aria-hotel") ? "auditor.retail" : "auditor.hotel"));
        names.put("registration", registration());
        names.put("alias", "free-to-take");
        names.put("remark", names.get("response"));
        names.put("workspace", spare());
        names.put("access", asked());
        names.put("method", "servqual");
        names.put("function", "nps_from_counts");
        names.put("name", "kano");
        // One that is there would be withdrawn from every other test.
        names.put("plugin", "no-such-plugin");
        names.put("pack", "no-such-pack");
    }

    /** Values of placeholders by their names. */
    public Map<String, String> names() {
        return names;
    }

    /** A draft that was never published. */
    public String draft() {
        String key = fresh("iso");
        ok(owner.post(root + "/questionnaires", questionnaire(key)));
        return key;
    }

    /** The state of a draft or of the categories, as If-Match wants it. */
    public String state(String path) {
        Api.Answer answer = owner.get(path);
        ok(answer);
        return answer.header("ETag").orElseThrow();
    }

    /** The tree of categories as it is. */
    public String categories() {
        return ok(owner.get(root + "/categories")).toString();
    }

    /** A service standard. */
    public String standard() {
        return made(owner.post(root + "/standards", standardTerms()));
    }

    /** A promise to customers. */
    public String promise() {
        return made(owner.post(root + "/promises", promiseTerms()));
    }

    private static String made(Api.Answer answer) {
        ok(answer);
        String location = answer.header("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** Tests may have replaced the tree with an empty one; then it is as it was found. */
    private String anyCategory() {
        String path = root + "/categories";
        if (ok(owner.get(path)).get("categories").isEmpty()) {
            ok(owner.put(path, tree, Map.of("If-Match", "*")));
        }
        return ok(owner.get(path)).at("/categories/0/key").asText();
    }

    /** The same as a body. */
    public String standardTerms() {
        return "{\"name\":{\"en\":\"Isolation\"},\"category\":\"" + anyCategory()
                + "\",\"measure\":{\"en\":\"Minutes\"},\"unit\":\"min\",\"direction\":\"AT_MOST\",\"target\":3,"
                + "\"validFrom\":\"2026-01-01\"}";
    }

    /** The same as a body. */
    public String promiseTerms() {
        return "{\"text\":{\"en\":\"Isolation\"},\"category\":\"" + anyCategory()
                + "\",\"madeBy\":\"Marketing\",\"medium\":\"WEBSITE\",\"validFrom\":\"2026-01-01\"}";
    }

    /** A file that waits to be tried, with a campaign of its own. */
    public String upload() {
        String file = plainUpload();
        ok(owner.post(root + "/imports/" + file + "/campaign", founding(file)));
        return file;
    }

    /** A file and no more. */
    public String plainUpload() {
        return ok(owner.upload(root + "/imports", Map.of(), "a.csv", FILE))
                .get("id")
                .asText();
    }

    /** What makes a questionnaire and a campaign of that file. */
    public String founding(String file) {
        ObjectNode wanted = Api.JSON.createObjectNode();
        wanted.set("questionnaire", ok(owner.post(root + "/imports/" + file + "/questionnaire", proposal())));
        wanted.putObject("name").put("en", "File");
        return wanted.toString();
    }

    /** A person who was let in for this; whoever was in before is let go. */
    public String newcomer(String login) {
        for (JsonNode member : ok(owner.get(root + "/members")).get("items")) {
            if (member.get("login").asText().equals(login)) {
                owner.delete(root + "/members/" + member.get("id").asText());
            }
        }
        return ok(owner.post(root + "/members", "{\"login\":\"" + login + "\",\"role\":\"frontline\"}"))
                .get("id")
                .asText();
    }

    /** The same, with their access suspended. */
    public String suspended(String login) {
        String id = newcomer(login);
        ok(owner.post(root + "/members/" + id + "/suspend", ""));
        return id;
    }

    /** An open case, from a response. */
    public String service() {
        return ok(owner.post(root + "/cases", service(Objects.requireNonNull(names.get("response")))))
                .get("id")
                .asText();
    }

    /** An open case from no response, which a hold on a campaign does not cover. */
    public String plainService() {
        return ok(owner.post(root + "/cases", "{\"kind\":\"RECOVERY\",\"title\":\"A draught\"}"))
                .get("id")
                .asText();
    }

    /** What opens a case. */
    public static String service(String response) {
        return "{\"kind\":\"COMPLAINT\",\"title\":\"A draught\",\"response\":\"" + response + "\"}";
    }

    /** An open invitation. */
    public String invitation() {
        String body = "{\"email\":\"" + fresh("iso") + "@example.org\",\"role\":\"analyst\"}";
        return ok(owner.post(root + "/invitations", body)).get("id").asText();
    }

    /** Somebody whom an operator invited to make a workspace. */
    public String registration() {
        String body = "{\"email\":\"" + fresh("iso") + "@example.org\"}";
        return ok(owner.instead("operator").post("/registrations", body))
                .get("id")
                .asText();
    }

    /** A role that may do next to nothing. */
    public String role() {
        String key = fresh("iso");
        ok(owner.post(root + "/roles", role(roomFor(key))));
        return key;
    }

    /** The key; other roles that tests have made go, since a workspace has room for few. */
    public String roomFor(String key) {
        List<String> made = new ArrayList<>();
        for (JsonNode role : ok(owner.get(root + "/roles")).get("items")) {
            String known = role.get("key").asText();
            if (known.startsWith("iso") && !known.equals(names.get("role"))) {
                made.add(known);
            }
        }
        if (made.size() > MANY_ROLES) {
            made.forEach(old -> owner.delete(root + "/roles/" + old));
        }
        return key;
    }

    /** The same as a body. */
    public static String role(String key) {
        return "{\"key\":\"" + key + "\",\"name\":{\"en\":\"Isolated\"},\"permissions\":[\"CAMPAIGN_READ\"]}";
    }

    /** A program that may do next to nothing. */
    public String client() {
        String body = "{\"name\":\"Isolated\",\"permissions\":[\"CAMPAIGN_READ\"]}";
        return ok(owner.post(root + "/api-clients", body)).get("id").asText();
    }

    /** A workspace that nobody needs, for what operators do to workspaces. */
    public String spare() {
        String spare = fresh("spare");
        ok(owner.instead("operator")
                .post(
                        "/workspaces",
                        "{\"alias\":\"" + spare
                                + "\",\"name\":{\"en\":\"Spare\"},\"locale\":\"en\",\"timeZone\":\"UTC\"}"));
        return spare;
    }

    /** The same, suspended. */
    public String suspendedSpare() {
        String spare = spare();
        ok(owner.instead("operator").post("/operator/workspaces/" + spare + "/suspension", "{\"reason\":\"Tried\"}"));
        return spare;
    }

    /** An operator's request to look in here that waits for an answer; what was open is ended. */
    public String asked() {
        endLooks();
        return ok(owner.instead("operator").post("/operator/workspaces/" + alias + "/access", "{\"reason\":\"Tried\"}"))
                .get("id")
                .asText();
    }

    /** No operator may look in here, or waits to. */
    public void endLooks() {
        for (JsonNode access : ok(owner.get(root + "/operator-access")).get("items")) {
            String one = root + "/operator-access/" + access.get("id").asText();
            switch (access.get("state").asText()) {
                case "ASKED" -> ok(owner.post(one + "/decline", ""));
                case "OPEN" -> ok(owner.delete(one));
                default -> {}
            }
        }
    }

    public void letGo(String login) {
        owner.delete(root + "/members/" + newcomer(login));
    }

    /** Ends whatever lets somebody in: engagements that tests left open, and a place in the workspace. */
    public static void shutOut(Api owner, String root, String login) {
        for (JsonNode item : ok(owner.get(root + "/engagements")).get("items")) {
            if (item.at("/engagement/login").asText().equals(login)
                    && !item.get("state").asText().equals("ENDED")) {
                ok(owner.post(root + "/engagements/" + item.at("/engagement/id").asText() + "/end", ""));
            }
        }
        for (JsonNode member : ok(owner.get(root + "/members")).get("items")) {
            if (member.get("login").asText().equals(login)) {
                owner.delete(root + "/members/" + member.get("id").asText());
            }
        }
    }

    public void giveRole(String login, String role) {
        String id = newcomer(login);
        ok(owner.patch(root + "/members/" + id, "{\"roles\":[\"" + role + "\"]}"));
    }

    private String member(String login) {
        for (JsonNode member : ok(owner.get(root + "/members")).get("items")) {
            if (member.get("login").asText().equals(login)) {
                return member.get("id").asText();
            }
        }
        throw new AssertionError(login + " is not in " + alias);
    }

    private String engagement(String login) {
        return ok(owner.post(root + "/engagements", invitation(login)))
                .at("/engagement/id")
                .asText();
    }

    /** For an hour, so that nobody keeps what a test gave. */
    public static String invitation(String login) {
        return invitation(login, "WHOLE", java.time.Instant.now().minusSeconds(60));
    }

    /** The same of another scope, from that time on. */
    public static String invitation(String login, String scope, java.time.Instant from) {
        return "{\"login\":\"" + login + "\",\"purpose\":\"Isolation\",\"scope\":\"" + scope + "\",\"startsAt\":\""
                + from + "\",\"endsAt\":\"" + from.plusSeconds(3_600) + "\"}";
    }

    /** A picture of one pixel. */
    public static final byte[] LOGO = java.util.Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public void hangLogo() {
        hangLogo(owner, root);
    }

    /** The same in any workspace, by its path. */
    public static void hangLogo(Api owner, String workspace) {
        ok(Api.send(owner.request(workspace + "/brand/logo")
                .header("Content-Type", "image/png")
                .PUT(java.net.http.HttpRequest.BodyPublishers.ofByteArray(LOGO))
                .build()));
    }

    /** A hold over nothing but this campaign. */
    public String hold() {
        String body = "{\"campaign\":\"" + names.get("campaign") + "\",\"reason\":\"Isolation\"}";
        return ok(owner.post(root + "/holds", body)).get("id").asText();
    }

    private String whole() {
        String job = ok(owner.post(root + "/archives", "")).get("id").asText();
        ok(owner.get(root + "/jobs/" + job + "/events"), 200);
        return job;
    }

    private String archive() {
        String job = ok(owner.post(root + "/history/exports", "{}")).get("id").asText();
        ok(owner.get(root + "/jobs/" + job + "/events"), 200);
        return job;
    }

    public static String campaign(String questionnaire) {
        return "{\"questionnaire\":\"" + questionnaire
                + "\",\"version\":1,\"name\":{\"en\":\"Isolation\"},\"channels\":[\"link\",\"api\"]}";
    }

    public static String questionnaire(String key) {
        return "{\"key\":\"" + key
                + "\",\"title\":{\"en\":\"Isolation\"},\"languages\":[\"en\"],\"sections\":[{\"key\":\"s\","
                + "\"items\":[{\"key\":\"q1\",\"text\":{\"en\":\"Clean\"},\"facets\":[\"expected\",\"perceived\"],"
                + "\"scale\":{\"min\":1,\"max\":7}}]}]}";
    }

    public static String response() {
        return "{\"answers\":{\"q1\":{\"expected\":6,\"perceived\":4}}}";
    }

    public static String proposal() {
        return "{\"key\":\"" + fresh("file") + "\",\"title\":{\"en\":\"File\"}}";
    }

    public static String fresh(String prefix) {
        return prefix + Long.toString(System.nanoTime(), 36);
    }

    private static JsonNode ok(Api.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer.json();
    }

    private static void ok(Api.Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    }
}
