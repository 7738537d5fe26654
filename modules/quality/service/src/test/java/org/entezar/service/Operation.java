package org.entezar.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entezar.premises.Api;
import org.entezar.premises.Premises;

/**
 * An operation of the contract with the request that an owner would send.
 *
 * @param method of HTTP
 * @param template its address with placeholders, below {@code /api/v1}
 */
record Operation(String method, String template) {

    private static final String ROOT = "/api/v1";

    /** All operations of the contract. */
    static List<Operation> of(JsonNode contract) {
        List<Operation> all = new ArrayList<>();
        contract.get("paths").fields().forEachRemaining(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(method -> all.add(new Operation(
                        method.toUpperCase(java.util.Locale.ROOT), path.getKey().substring(ROOT.length())))));
        return all;
    }

    boolean isOfOperators() {
        return template.startsWith("/operator");
    }

    boolean isOfWorkspace() {
        return template.startsWith("/workspaces/{ws}");
    }

    /** Whether it names something of a workspace, beside the workspace. */
    boolean namesSomething() {
        return isOfWorkspace()
                && (template.contains("{campaign}")
                        || template.contains("{key}")
                        || template.contains("{import}")
                        || template.contains("{job}")
                        || template.contains("{id}")
                        || template.contains("{insight}")
                        || template.contains("{invitation}")
                        || template.contains("{client}")
                        || template.contains("{standard}")
                        || template.contains("{promise}")
                        || template.contains("{role}")
                        || template.contains("{engagement}")
                        || template.contains("{remark}")
                        || template.contains("{hold}")
                        || template.contains("{case}")
                        || template.contains("{access}")
                        || template.contains("{member}"));
    }

    /**
     * A request, ready to be sent by anybody.
     *
     * @param path below {@code /api/v1}, with its query
     * @param state for If-Match
     */
    record Prepared(String method, String path, Optional<String> body, Optional<String> state) {

        Api.Answer send(Api api) {
            if (path.endsWith("/archives/imports")) {
                return sendBytes(api, "application/zip", "no zip".getBytes(StandardCharsets.UTF_8));
            }
            if (path.endsWith("/imports") && method.equals("POST")) {
                byte[] file = "q01_e,q01_p\n7,6\n".getBytes(StandardCharsets.UTF_8);
                return api.upload(path, Map.of(), "b.csv", file);
            }
            if (method.equals("PUT") && path.endsWith("/brand/logo")) {
                return sendBytes(api, "image/png", Premises.LOGO);
            }
            HttpRequest.Builder request = api.request(path);
            state.ifPresent(known -> request.header("If-Match", known));
            body.ifPresent(json -> request.header("Content-Type", "application/json"));
            return Api.send(request.method(
                            method,
                            body.map(HttpRequest.BodyPublishers::ofString).orElse(HttpRequest.BodyPublishers.noBody()))
                    .build());
        }

        private Api.Answer sendBytes(Api api, String type, byte[] bytes) {
            return Api.send(api.request(path)
                    .header("Content-Type", type)
                    .method(method, HttpRequest.BodyPublishers.ofByteArray(bytes))
                    .build());
        }
    }

    /** Sends it, prepared. */
    Api.Answer send(Api api, Premises here, Map<String, String> names) {
        return prepare(here, names).send(api);
    }

    /**
     * Prepares it.
     *
     * @param here where the things are that it would change; made anew where it would use them up
     * @param names what stands for the placeholders
     */
    Prepared prepare(Premises here, Map<String, String> names) {
        Map<String, String> named = new HashMap<>(names);
        // A job of another kind is not there for those who look for a check.
        if (template.contains("/checks/")) {
            named.put("job", named.get("check"));
        }
        if (template.contains("/archives/")) {
            named.put("job", named.get("whole"));
        }
        Optional<String> body = body(here, named);
        String path = template;
        for (Map.Entry<String, String> name : named.entrySet()) {
            path = path.replace("{" + name.getKey() + "}", name.getValue());
        }
        if (template.endsWith("/consistency")) {
            path += "?from=" + names.get("size") + "&to=" + names.get("size");
        }
        if (template.endsWith("/satisfaction-history")) {
            path += "?questionnaire=" + here.names().get("key");
        }
        if (template.endsWith("/persons") || template.endsWith("/persons/file")) {
            path += "?reference=nobody";
        }
        if (method.equals("DELETE") && (template.endsWith("/{standard}") || template.endsWith("/{promise}"))) {
            path += "?reason=Tried";
        }
        if (template.endsWith("/difference")) {
            path += "?asOf=2026-01-01T00:00:00Z";
        }
        return new Prepared(method, path, body, Optional.ofNullable(named.get("If-Match")));
    }

    /** The body; what it would use up is put among the names. */
    private Optional<String> body(Premises here, Map<String, String> names) {
        boolean own = here.names().get("key").equals(names.get("key"));
        String root = "/workspaces/" + here.names().get("ws");
        return switch (method + " " + template) {
            case "POST /methods/{function}" -> Optional.of("{\"detractors\":2,\"passives\":3,\"promoters\":5}");
            case "POST /workspaces" ->
                Optional.of("{\"alias\":\"" + Premises.fresh("iso") + "\",\"name\":{\"en\":\"I\"},\"locale\":\"en\","
                        + "\"timeZone\":\"UTC\"}");
            case "POST /registrations" -> Optional.of("{\"email\":\"" + Premises.fresh("iso") + "@example.org\"}");
            case "DELETE /registrations/{registration}" -> {
                names.put("registration", here.registration());
                yield Optional.empty();
            }
            case "PATCH /workspaces/{ws}" -> Optional.of("{\"minimumGroup\":5}");
            case "PUT /workspaces/{ws}/owner" -> Optional.of("{\"owner\":\"operator\"}");
            case "POST /workspaces/{ws}/campaigns" ->
                Optional.of(Premises.campaign(here.names().get("key")));
            case "POST /workspaces/{ws}/persons/erasures" ->
                Optional.of("{\"reference\":\"nobody\",\"reason\":\"asked for\"}");
            case "POST /workspaces/{ws}/persons/corrections" ->
                Optional.of("{\"response\":\"" + java.util.UUID.randomUUID()
                        + "\",\"answers\":{},\"reason\":\"asked for\"}");
            case "POST /workspaces/{ws}/persons/withdrawals" ->
                Optional.of("{\"response\":\"" + java.util.UUID.randomUUID()
                        + "\",\"item\":\"q1\",\"reason\":\"asked for\"}");
            case "PUT /workspaces/{ws}/brand/accent" -> Optional.of("{\"light\":\"#7a1fa2\"}");
            case "GET /workspaces/{ws}/brand/logo" -> {
                here.hangLogo();
                yield Optional.empty();
            }
            case "POST /workspaces/{ws}/cases" ->
                Optional.of(Premises.service(here.names().get("response")));
            case "PATCH /workspaces/{ws}/cases/{case}" -> {
                names.put("If-Match", "*");
                yield Optional.of("{\"severity\":\"HIGH\"}");
            }
            case "POST /workspaces/{ws}/cases/{case}/notes" -> Optional.of("{\"text\":\"Looked at it\"}");
            case "POST /workspaces/{ws}/cases/{case}/state" -> {
                names.computeIfPresent("case", (name, id) -> own ? here.service() : id);
                yield Optional.of("{\"state\":\"IN_PROGRESS\"}");
            }
            case "POST /workspaces/{ws}/cases/{case}/erasure" -> {
                names.computeIfPresent("case", (name, id) -> own ? here.plainService() : id);
                yield Optional.of("{\"reason\":\"Asked for\"}");
            }
            case "POST /workspaces/{ws}/holds" ->
                Optional.of("{\"campaign\":\"" + here.names().get("campaign") + "\",\"reason\":\"Isolated\"}");
            case "POST /workspaces/{ws}/holds/{hold}/release" -> {
                names.computeIfPresent("hold", (name, id) -> own ? here.hold() : id);
                yield Optional.of("{\"reason\":\"Over\"}");
            }
            case "PATCH /workspaces/{ws}/campaigns/{campaign}" -> Optional.of("{\"name\":{\"en\":\"Isolated\"}}");
            case "POST /workspaces/{ws}/campaigns/{campaign}/insights" -> Optional.of("{\"method\":\"servqual\"}");
            case "POST /workspaces/{ws}/campaigns/{campaign}/responses" -> Optional.of(Premises.response());
            case "PUT /workspaces/{ws}/categories" -> {
                names.put("If-Match", here.state(root + "/categories"));
                yield Optional.of(here.categories());
            }
            case "POST /workspaces/{ws}/engagements" -> {
                // Others have suspended or hired this person meanwhile.
                here.letGo("auditor.hotel");
                yield Optional.of(Premises.invitation("auditor.hotel"));
            }
            case "POST /workspaces/{ws}/engagements/{engagement}/remarks" ->
                Optional.of("{\"kind\":\"QUESTION\",\"text\":\"Why?\"}");
            case "POST /workspaces/{ws}/engagements/remarks/{remark}/answers" -> Optional.of("{\"text\":\"So.\"}");
            case "PATCH /workspaces/{ws}/engagements/remarks/{remark}" -> Optional.of("{\"status\":\"RESOLVED\"}");
            case "POST /workspaces/{ws}/standards" -> Optional.of(here.standardTerms());
            case "POST /workspaces/{ws}/promises" -> Optional.of(here.promiseTerms());
            case "PUT /workspaces/{ws}/standards/{standard}" -> {
                names.put("If-Match", "*");
                yield Optional.of(here.standardTerms());
            }
            case "PUT /workspaces/{ws}/promises/{promise}" -> {
                names.put("If-Match", "*");
                yield Optional.of(here.promiseTerms());
            }
            case "DELETE /workspaces/{ws}/standards/{standard}" -> {
                names.computeIfPresent("standard", (name, id) -> own ? here.standard() : id);
                yield Optional.empty();
            }
            case "DELETE /workspaces/{ws}/promises/{promise}" -> {
                names.computeIfPresent("promise", (name, id) -> own ? here.promise() : id);
                yield Optional.empty();
            }
            case "POST /workspaces/{ws}/questionnaires" -> Optional.of(Premises.questionnaire(Premises.fresh("iso")));
            case "PUT /workspaces/{ws}/questionnaires/{key}" -> {
                String draft = own ? here.draft() : here.names().get("key");
                names.put("If-Match", here.state(root + "/questionnaires/" + draft));
                names.computeIfPresent("key", (name, key) -> own ? draft : key);
                yield Optional.of(Premises.questionnaire(names.get("key")));
            }
            case "DELETE /workspaces/{ws}/questionnaires/{key}" -> {
                String draft = here.draft();
                names.put("If-Match", here.state(root + "/questionnaires/" + draft));
                names.computeIfPresent("key", (name, key) -> own ? draft : key);
                yield Optional.empty();
            }
            case "POST /workspaces/{ws}/questionnaires/{key}/versions" -> {
                names.computeIfPresent("key", (name, key) -> own ? here.draft() : key);
                yield Optional.of("{}");
            }
            case "PATCH /workspaces/{ws}/imports/{import}" -> Optional.of("{\"encoding\":\"UTF-8\"}");
            case "POST /workspaces/{ws}/imports/{import}/questionnaire" -> Optional.of(Premises.proposal());
            case "POST /workspaces/{ws}/imports/{import}/campaign" -> {
                String file = here.plainUpload();
                names.computeIfPresent("import", (name, id) -> own ? file : id);
                yield Optional.of(here.founding(file));
            }
            case "POST /workspaces/{ws}/imports/{import}/runs" -> Optional.of("{\"dryRun\":true}");
            case "DELETE /workspaces/{ws}/imports/{import}" -> {
                names.computeIfPresent("import", (name, file) -> own ? here.upload() : file);
                yield Optional.empty();
            }
            case "POST /workspaces/{ws}/members" -> {
                here.letGo("auditor.hotel");
                yield Optional.of("{\"login\":\"auditor.hotel\",\"role\":\"frontline\"}");
            }
            case "PATCH /workspaces/{ws}/members/{member}" -> {
                names.computeIfPresent("member", (name, id) -> own ? here.newcomer("auditor.hotel") : id);
                yield Optional.of("{\"roles\":[\"frontline\"]}");
            }
            case "DELETE /workspaces/{ws}/members/{member}" -> {
                names.computeIfPresent("member", (name, id) -> own ? here.newcomer("auditor.hotel") : id);
                yield Optional.empty();
            }
            case "POST /workspaces/{ws}/members/{member}/suspend" -> {
                names.computeIfPresent("member", (name, id) -> own ? here.newcomer("auditor.hotel") : id);
                yield Optional.empty();
            }
            case "POST /workspaces/{ws}/members/{member}/resume" -> {
                names.computeIfPresent("member", (name, id) -> own ? here.suspended("auditor.hotel") : id);
                yield Optional.empty();
            }
            case "POST /workspaces/{ws}/invitations" ->
                Optional.of("{\"email\":\"" + Premises.fresh("iso") + "@example.org\",\"role\":\"analyst\"}");
            case "DELETE /workspaces/{ws}/invitations/{invitation}",
                    "POST /workspaces/{ws}/invitations/{invitation}/resend" -> {
                names.computeIfPresent("invitation", (name, id) -> own ? here.invitation() : id);
                yield Optional.empty();
            }
            case "POST /workspaces/{ws}/api-clients" ->
                Optional.of("{\"name\":\"Isolated\",\"permissions\":[\"CAMPAIGN_READ\"]}");
            case "DELETE /workspaces/{ws}/api-clients/{client}" -> {
                names.computeIfPresent("client", (name, id) -> own ? here.client() : id);
                yield Optional.empty();
            }
            case "POST /workspaces/{ws}/roles" -> Optional.of(Premises.role(here.roomFor(Premises.fresh("iso"))));
            case "PUT /workspaces/{ws}/roles/{role}" -> {
                names.put("If-Match", "*");
                yield Optional.of(Premises.role(names.get("role")));
            }
            case "DELETE /workspaces/{ws}/roles/{role}" -> {
                names.computeIfPresent("role", (name, key) -> own ? here.role() : key);
                yield Optional.empty();
            }
            // None, so that nobody's answers change by it.
            case "PUT /workspaces/{ws}/members/{member}/own-roles" -> Optional.of("{\"roles\":[]}");
            case "PUT /workspaces/{ws}/members/{member}/shared-campaigns" -> {
                names.computeIfPresent("member", (name, id) -> own ? here.newcomer("auditor.hotel") : id);
                yield Optional.of("{\"campaigns\":[]}");
            }
            case "POST /workspaces/{ws}/operator-access/{access}/consent" -> {
                names.computeIfPresent("access", (name, id) -> own ? here.asked() : id);
                yield Optional.of("{\"hours\":1}");
            }
            case "POST /workspaces/{ws}/operator-access/{access}/decline" -> {
                names.computeIfPresent("access", (name, id) -> own ? here.asked() : id);
                yield Optional.empty();
            }
            // Not open, so that no operator gets in by a test of who may end a look.
            case "DELETE /workspaces/{ws}/operator-access/{access}" -> {
                names.computeIfPresent("access", (name, id) -> own ? here.asked() : id);
                yield Optional.empty();
            }
            case "POST /operator/workspaces/{workspace}/suspension" -> {
                names.put("workspace", here.spare());
                yield Optional.of("{\"reason\":\"Tried\"}");
            }
            case "DELETE /operator/workspaces/{workspace}/suspension" -> {
                names.put("workspace", here.suspendedSpare());
                yield Optional.empty();
            }
            case "POST /operator/plugins/{plugin}/withdrawal", "POST /operator/packs/{pack}/withdrawal" ->
                Optional.of("{\"reason\":\"Tried\"}");
            case "POST /operator/workspaces/{workspace}/access" -> {
                names.put("workspace", here.spare());
                yield Optional.of("{\"reason\":\"Tried\"}");
            }
            case "PUT /operator/workspaces/{workspace}/quotas" -> Optional.of("{\"quotas\":{\"MEMBERS\":7}}");
            case "POST /workspaces/{ws}/packs" -> Optional.of("{\"pack\":\"retail-visit\"}");
            case "POST /workspaces/{ws}/history/exports" -> Optional.of("{}");
            default -> List.of("GET", "DELETE").contains(method) ? Optional.empty() : Optional.of("{}");
        };
    }
}
