package org.entezar.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.entezar.fixtures.Product;
import org.entezar.premises.Api;
import org.entezar.premises.Browsers;
import org.entezar.premises.Premises;
import org.junit.jupiter.api.Test;

/** The attacks that survey systems have suffered again and again, each tried once on the running product. */
class AttacksIT {

    private static final String SHOP = "/workspaces/harbour-retail";
    private static final String SCRIPT = "<script>window.pwned=1</script><img src=x onerror=\\\"window.pwned=1\\\">";

    private final Product product = Product.shared();
    private final Api owner = Api.as(product, "owner.retail");

    private JsonNode campaign(String questionnaire) {
        Api.Answer made = owner.post(SHOP + "/campaigns", Premises.campaign(questionnaire));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json();
    }

    private String published(String document, String key) {
        Api.Answer made = owner.post(SHOP + "/questionnaires", document);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(owner.post(SHOP + "/questionnaires/" + key + "/versions", "{}")
                        .status())
                .isEqualTo(201);
        return key;
    }

    private String usual() {
        String key = Premises.fresh("attack");
        return published(Premises.questionnaire(key), key);
    }

    @Test
    void scriptsInTextsOfSurveysAndFilesStayText() {
        String key = Premises.fresh("xss");
        String document = Premises.questionnaire(key)
                .replace("\"Clean\"", "\"" + SCRIPT + "\"")
                .replace("\"Isolation\"", "\"" + SCRIPT + "\"");
        JsonNode campaign = campaign(published(document, key));
        String responses = SHOP + "/campaigns/" + campaign.get("id").asText() + "/responses";
        for (int i = 0; i < 6; i++) {
            owner.post(
                    responses,
                    "{\"context\":{\"segment\":\"" + SCRIPT
                            + "\"},\"answers\":{\"q1\":{\"expected\":6,\"perceived\":4}}}");
        }
        byte[] file = "id,<script>window.pwned=1</script>,q01_p\n<script>window.pwned=1</script>,7,6\n"
                .getBytes(StandardCharsets.UTF_8);
        String upload = owner.upload(SHOP + "/imports", Map.of(), "<img src=x onerror=window.pwned=1>.csv", file)
                .json()
                .get("id")
                .asText();
        String id = campaign.get("id").asText();
        try (Browsers browsers = new Browsers();
                BrowserContext context = browsers.window(Browsers.WIDE, "en", true)) {
            Page survey = context.newPage();
            survey.navigate(campaign.get("publicUrl").asText());
            assertThat(survey.content()).contains("&lt;script&gt;");
            assertThat(survey.evaluate("window.pwned")).isNull();
            Page page = Browsers.signIn(context, product, "owner.retail", "/w/harbour-retail");
            for (String path : List.of(
                    "questionnaires",
                    "questionnaires/" + key,
                    "questionnaires/" + key + "/preview",
                    "campaigns",
                    "campaigns/" + id,
                    "insights/" + id + "/servqual",
                    "imports",
                    "imports/" + upload,
                    "imports/" + upload + "/questions",
                    "history")) {
                page.navigate(product.url() + "/w/harbour-retail/" + path);
                assertThat(page.evaluate("window.pwned")).as(path).isNull();
                assertThat(page.locator("main script:not([type='application/json']), main img[src=x]")
                                .count())
                        .as(path)
                        .isZero();
            }
        }
    }

    @Test
    void queriesInFiltersAndOrdersAreValues() {
        JsonNode campaign = campaign(usual());
        String responses = SHOP + "/campaigns/" + campaign.get("id").asText() + "/responses";
        assertThat(owner.post(responses, Premises.response()).status()).isEqualTo(201);
        int all = owner.get(SHOP + "/history?limit=500").json().get("items").size();
        for (String injection : List.of(
                "' or 1=1 --",
                "'; drop table entezar.response; --",
                "x' union select 1 --",
                "desc; select pg_sleep(9)")) {
            String value = URLEncoder.encode(injection, StandardCharsets.UTF_8);
            for (String filter : List.of("actor", "action", "subject")) {
                Api.Answer answer = owner.get(SHOP + "/history?" + filter + "=" + value);
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.json().get("items"))
                        .as(filter + " " + injection)
                        .isEmpty();
            }
            for (String path : List.of(
                    SHOP + "/history?order=" + value,
                    SHOP + "/history?after=" + value,
                    responses + "?after=" + value,
                    responses + "?limit=" + value)) {
                assertThat(owner.get(path).status()).as(path).isBetween(400, 422);
            }
            String insight = SHOP + "/campaigns/" + campaign.get("id").asText() + "/insights/servqual?segment=" + value;
            assertThat(owner.get(insight).status()).as(insight).isLessThan(500);
        }
        assertThat(owner.get(responses).json().get("items")).hasSize(1);
        assertThat(owner.get(SHOP + "/history?limit=500").json().get("items").size())
                .isGreaterThanOrEqualTo(Math.min(all, 500));
    }

    @Test
    void anArchiveIsNoWayIn() throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            for (String name : List.of("../../../../attack-evil.jsp", "/attack-evil.jsp", "xl/workbook.xml")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("<% Runtime.getRuntime().exec(\"id\"); %>".getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        for (String name : List.of("../../../attack-evil.jsp", "attack-evil.zip", "attack-evil.xlsx", "a\u0000.csv")) {
            Api.Answer answer = owner.upload(SHOP + "/imports", Map.of(), name, archive.toByteArray());
            assertThat(answer.status()).as(name + " " + answer).isBetween(400, 422);
        }
        try (Stream<Path> files = Files.walk(product.data())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.contains("attack-evil"));
        }
    }

    @Test
    void entitiesOfXmlReadNoFile() {
        String entity = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>";
        for (String name : List.of("a.xml", "a.csv", "a.lss")) {
            Api.Answer answer =
                    owner.upload(SHOP + "/imports", Map.of(), name, entity.getBytes(StandardCharsets.UTF_8));
            assertThat(answer.body()).as(name).doesNotContain("root:");
        }
        for (String path : List.of("/categories", "/questionnaires", "/packs")) {
            Api.Answer answer = owner.exchange("POST", SHOP + path, "application/xml", entity, Map.of());
            assertThat(answer.status()).as(path).isIn(405, 415);
            assertThat(answer.body()).doesNotContain("root:");
        }
    }

    @Test
    void anothersThingUnderOnesOwnAddressIsNotThere() {
        Api hotel = Api.as(product, "owner.hotel");
        String theirs = hotel.get("/workspaces/aria-hotel/campaigns")
                .json()
                .at("/items/0/id")
                .asText();
        assertThat(theirs).isNotEmpty();
        for (String rest : List.of("", "/responses", "/insights/servqual", "/qr.svg")) {
            assertThat(owner.get(SHOP + "/campaigns/" + theirs + rest).status())
                    .as(rest)
                    .isEqualTo(404);
            assertThat(owner.get("/workspaces/aria-hotel/campaigns/" + theirs + rest)
                            .status())
                    .as(rest)
                    .isEqualTo(404);
        }
        try (Browsers browsers = new Browsers();
                BrowserContext context = browsers.window(Browsers.WIDE, "en", false)) {
            Page page = Browsers.signIn(context, product, "owner.retail", "/w/harbour-retail");
            for (String path : List.of("campaigns/", "insights/")) {
                assertThat(page.navigate(product.url() + "/w/harbour-retail/" + path + theirs)
                                .status())
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void nothingIsDownloadedWithoutAPersonAndNoLinkCanBeGuessed() {
        Premises here = new Premises(owner, "harbour-retail", "analyst.retail");
        String campaign = here.names().get("campaign");
        for (String path : List.of(
                "/w/harbour-retail/campaigns/" + campaign + "/responses.csv",
                "/w/harbour-retail/campaigns/" + campaign + "/qr.png",
                "/w/harbour-retail/exports/" + here.names().get("job") + "/evidence.zip",
                "/w/harbour-retail/imports/" + here.names().get("import") + "/refused.csv")) {
            Api.Answer answer = Api.send(HttpRequest.newBuilder(URI.create(product.url() + path))
                    .GET()
                    .build());
            assertThat(answer.status()).as(path).isEqualTo(303);
            assertThat(answer.header("Location").orElse("")).contains("/sign-in");
        }
        Set<String> tokens = new HashSet<>();
        String key = here.names().get("key");
        for (int i = 0; i < 20; i++) {
            String link = campaign(key).get("publicUrl").asText();
            tokens.add(link.substring(link.lastIndexOf('/') + 1));
        }
        assertThat(tokens).hasSize(20).allMatch(token -> token.length() >= 16);
        assertThat(tokens.stream()
                        .map(token -> token.substring(0, 4))
                        .distinct()
                        .count())
                .as("no counting up")
                .isGreaterThan(15);
    }

    @Test
    void aTokenCountsOnlyWithTheSignatureOfTheRealm() throws Exception {
        Forgeries.of(product, owner.token()).forEach((what, token) -> assertThat(
                        Api.withToken(product, token).get(SHOP).status())
                .as(what)
                .isEqualTo(401));
        String[] parts = owner.token().split("\\.");
        for (String header : List.of(
                "{\"alg\":\"HS256\"}",
                "{\"alg\":\"RS256\",\"jwk\":{\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"AQAB\"}}",
                "{\"alg\":\"RS256\",\"jku\":\"http://localhost:1/keys\"}")) {
            String forged =
                    Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.UTF_8))
                            + "." + parts[1] + "." + parts[2];
            assertThat(Api.withToken(product, forged).get(SHOP).status())
                    .as(header)
                    .isEqualTo(401);
        }
    }

    @Test
    void formulasOfSpreadsheetsAreTextInExports() {
        JsonNode campaign = campaign(usual());
        String responses = SHOP + "/campaigns/" + campaign.get("id").asText() + "/responses";
        for (String formula : List.of("=1+1", "+1", "-1+1", "@SUM(A1)", "\\t=1+1")) {
            Api.Answer made = owner.post(
                    responses,
                    "{\"context\":{\"site\":\"" + formula
                            + "\"},\"answers\":{\"q1\":{\"expected\":6,\"perceived\":4}}}");
            assertThat(made.status()).as(formula).isIn(201, 422);
        }
        String csv = Api.send(owner.request(responses)
                        .header("Accept", "text/csv")
                        .GET()
                        .build())
                .body();
        assertThat(csv).contains("'=1+1");
        for (String line : csv.lines().skip(1).toList()) {
            for (String cell : line.split(",")) {
                assertThat(cell.replace("\"", ""))
                        .doesNotStartWith("=")
                        .doesNotStartWith("@")
                        .doesNotStartWith("+");
            }
        }
    }

    @Test
    void noOtherSiteActsThroughAPersonsBrowser() throws Exception {
        try (Browsers browsers = new Browsers();
                BrowserContext context = browsers.window(Browsers.WIDE, "en", false)) {
            Browsers.signIn(context, product, "owner.retail", "/w/harbour-retail");
            List<String> taken = new ArrayList<>();
            int tried = 0;
            for (ConsolePages.Address address : ConsolePages.all().addresses()) {
                String path = address.template()
                        .replace("{ws}", "harbour-retail")
                        .replaceAll("\\{[a-z]+}", "00000000-0000-7000-8000-000000000000");
                if (!path.startsWith("/w/") && !path.startsWith("/operator") && !path.startsWith("/workspaces")) {
                    continue;
                }
                for (Map.Entry<String, String> sign : Map.of(
                                "Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example", "X-Nothing", "said")
                        .entrySet()) {
                    tried++;
                    int status = context.request()
                            .fetch(
                                    product.url() + path,
                                    RequestOptions.create()
                                            .setMethod("POST")
                                            .setMaxRedirects(0)
                                            .setHeader(sign.getKey(), sign.getValue()))
                            .status();
                    if (status != 403) {
                        taken.add(path + " " + sign + " " + status);
                    }
                }
            }
            assertThat(tried).isGreaterThan(150);
            assertThat(taken).isEmpty();
        }
    }

    @Test
    void signingInTellsNobodyWhoHasAnAccount() {
        try (Browsers browsers = new Browsers()) {
            assertThat(refusal(browsers, "owner.retail", "wrong-password"))
                    .isEqualTo(refusal(browsers, "nobody.known", "wrong-password"));
        }
        Api.Answer unknown = Api.send(HttpRequest.newBuilder(URI.create(product.url() + "/join/AAAA"))
                .GET()
                .build());
        Api.Answer other = Api.send(HttpRequest.newBuilder(URI.create(product.url() + "/join/" + "x".repeat(60)))
                .GET()
                .build());
        assertThat(unknown.status()).isEqualTo(other.status());
    }

    private String refusal(Browsers browsers, String user, String password) {
        try (BrowserContext context = browsers.window(Browsers.WIDE, "en", false)) {
            Page page = context.newPage();
            page.navigate(product.url() + "/w/harbour-retail");
            page.locator("#username").fill(user);
            page.locator("#kc-login").click();
            if (page.locator("#password").count() == 0) {
                return "turned away at the name";
            }
            page.locator("#password").fill(password);
            page.locator("#kc-login").click();
            return page.locator("body").innerText().replace(user, "NAME");
        }
    }

    @Test
    void noAddressLeadsAwayFromTheProduct() {
        try (Browsers browsers = new Browsers();
                BrowserContext context = browsers.window(Browsers.WIDE, "en", false)) {
            Browsers.signIn(context, product, "owner.retail", "/w/harbour-retail");
            for (String away : List.of(
                    "https://evil.example/",
                    "//evil.example/",
                    "/\\evil.example/",
                    "/%09/evil.example",
                    "javascript:alert(1)",
                    "http:evil.example")) {
                String signIn = location(
                        context, "GET", "/sign-in?return=" + URLEncoder.encode(away, StandardCharsets.UTF_8), "");
                assertThat(signIn)
                        .as(away)
                        .startsWith("/")
                        .doesNotStartWith("//")
                        .doesNotContain("\\");
                String preferences = location(
                        context,
                        "POST",
                        "/preferences",
                        "language=en&back=" + URLEncoder.encode(away, StandardCharsets.UTF_8));
                assertThat(preferences)
                        .as(away)
                        .startsWith("/")
                        .doesNotStartWith("//")
                        .doesNotContain("\\");
            }
        }
    }

    private String location(BrowserContext context, String method, String path, String form) {
        RequestOptions options =
                RequestOptions.create().setMethod(method).setMaxRedirects(0).setHeader("Sec-Fetch-Site", "same-origin");
        if (!form.isEmpty()) {
            options.setHeader("Content-Type", "application/x-www-form-urlencoded")
                    .setData(form);
        }
        String location =
                context.request().fetch(product.url() + path, options).headers().get("location");
        return location.startsWith(product.url())
                ? location.substring(product.url().length())
                : location;
    }

    @Test
    void deepDocumentsAndHungryPatternsAreRefusedAtOnce() {
        String key = Premises.fresh("deep");
        String deep = "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000);
        assertThat(owner.post(SHOP + "/questionnaires", deep).status()).isBetween(400, 422);
        String hungry = Premises.questionnaire(key)
                .replace("\"scale\":{", "\"showIf\":\"answers.q0.matches('(a+)+b') \",\"scale\":{");
        assertThat(owner.post(SHOP + "/questionnaires", hungry).status()).isLessThan(500);
        String nested = Premises.questionnaire(Premises.fresh("deep"))
                .replace(
                        "\"scale\":{",
                        "\"showIf\":\"" + "(".repeat(2_000) + "1" + ")".repeat(2_000) + "\",\"scale\":{");
        assertThat(owner.post(SHOP + "/questionnaires", nested).status()).isBetween(400, 422);
        String wide = "id," + "q,".repeat(20_000) + "x\n1\n";
        assertThat(owner.upload(SHOP + "/imports", Map.of(), "wide.csv", wide.getBytes(StandardCharsets.UTF_8))
                        .status())
                .isLessThan(500);
        assertThat(owner.get(SHOP).status()).isEqualTo(200);
    }
}
