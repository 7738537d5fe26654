package org.entezar.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entezar.fixtures.Problems.assertCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.Assertions;
import org.entezar.collection.Campaign;
import org.entezar.collection.CampaignChange;
import org.entezar.collection.CampaignState;
import org.entezar.collection.NewResponse;
import org.entezar.collection.PersonResponse;
import org.entezar.collection.ResponseId;
import org.entezar.collection.RetentionRules;
import org.entezar.collection.StoredResponse;
import org.entezar.commitment.Promise;
import org.entezar.commitment.PromiseTerms;
import org.entezar.commitment.Standard;
import org.entezar.commitment.StandardTerms;
import org.entezar.fixtures.Callers;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Role;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.jobs.Job;
import org.entezar.platform.jobs.JobState;
import org.entezar.workspace.OwnRole;
import org.entezar.workspace.OwnRoleDraft;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything of a workspace moves to another installation, and nothing that is not an archive moves in. */
class WorkspaceArchivesIT {

    private AuditFixture old;
    private AuditFixture other;
    private WholeWorkspaces from;
    private WholeWorkspaces to;
    private WorkspaceId moved;
    private Caller mover;

    @BeforeEach
    void start() {
        old = new AuditFixture();
        other = new AuditFixture();
        from = new WholeWorkspaces(old);
        to = new WholeWorkspaces(other);
        moved = new WorkspaceId(other.ids.next());
        mover = Callers.owner(moved);
        other.enter(moved, "moved-hotel");
    }

    @AfterEach
    void stop() {
        from.close();
        to.close();
        old.close();
        other.close();
    }

    private byte[] archive() throws IOException, InterruptedException {
        Job job = from.ended(old.owner, old.workspace, from.archives.begin(old.owner, old.workspace));
        assertThat(job.state()).as(job.toString()).isEqualTo(JobState.DONE);
        try (InputStream content =
                from.archives.take(old.owner, old.workspace, job.id()).content().get()) {
            return content.readAllBytes();
        }
    }

    private Job bring(byte[] archive) throws IOException, InterruptedException {
        return to.ended(mover, moved, to.archives.bringIn(mover, moved, new ByteArrayInputStream(archive)));
    }

    private static Map<ResponseId, StoredResponse> responses(
            AuditFixture fixture, Caller caller, WorkspaceId workspace, Campaign campaign) {
        return fixture
                .collection
                .responses()
                .list(caller, workspace, campaign.id(), Optional.empty(), 1_000)
                .responses()
                .stream()
                .collect(Collectors.toMap(StoredResponse::id, response -> response));
    }

    /** A standard and a promise, written into the old workspace. */
    private void commit() {
        from.parts
                .standards()
                .create(
                        old.owner,
                        old.workspace,
                        new StandardTerms(
                                LocalizedText.of("en", "Check-in"),
                                "tangibles",
                                LocalizedText.of("en", "Minutes"),
                                "min",
                                StandardTerms.Direction.AT_MOST,
                                new BigDecimal("3.5"),
                                StandardTerms.EVERY_OCCASION,
                                LocalDate.of(2026, 3, 21),
                                Optional.empty()));
        from.parts
                .promises()
                .make(
                        old.owner,
                        old.workspace,
                        new PromiseTerms(
                                LocalizedText.of("en", "Fresh bread"),
                                "tangibles",
                                "Marketing",
                                PromiseTerms.Medium.WEBSITE,
                                "",
                                LocalDate.of(2026, 3, 21),
                                Optional.of(LocalDate.of(2027, 3, 20))));
    }

    @Test
    void everythingArrivesAndTheOldHistoryStaysProvable() throws Exception {
        List<ResponseId> sent = old.send(120);
        old.collection
                .responses()
                .submit(
                        old.owner,
                        old.workspace,
                        old.campaign.id(),
                        new NewResponse(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of("en"),
                                        Map.of(),
                                        Map.of("why", TextNode.valueOf("By somebody who is known")))
                                .by("customer 17"));
        old.collection.persons().erase(old.owner, old.workspace, sent.get(0), "asked for");
        from.parts
                .ownRoles()
                .create(
                        old.owner,
                        old.workspace,
                        new OwnRoleDraft("desk", LocalizedText.of("en", "Desk"), Set.of(Permission.CAMPAIGN_RUN)));
        from.parts.brands().paint(old.owner, old.workspace, "#7a1fa2", Optional.empty());
        from.parts
                .collection()
                .retention()
                .set(old.owner, old.workspace, new RetentionRules(Optional.of(60), Optional.of(24)));
        old.collection
                .campaigns()
                .change(old.owner, old.workspace, old.campaign.id(), CampaignChange.to(CampaignChange.Step.CLOSE));
        commit();
        byte[] archive = archive();

        Job job = bring(archive);
        assertThat(job.state()).as(String.valueOf(job.result())).isEqualTo(JobState.DONE);
        JsonNode result = job.result().orElseThrow();
        assertThat(result.path("accepted").asLong()).isEqualTo(121);
        assertThat(result.path("refused").asLong()).isZero();
        assertThat(result.path("evidenceHolds").asBoolean()).isTrue();

        Campaign campaign = other.collection.campaigns().list(mover, moved).get(0);
        assertThat(campaign.state()).isEqualTo(CampaignState.CLOSED);
        assertThat(result.path("campaigns").path(old.campaign.id().toString()).asText())
                .isEqualTo(campaign.id().toString());
        Map<ResponseId, StoredResponse> before = responses(old, old.owner, old.workspace, old.campaign);
        Map<ResponseId, StoredResponse> after = responses(other, mover, moved, campaign);
        assertThat(after.keySet()).isEqualTo(before.keySet());
        for (ResponseId id : sent.subList(1, 120)) {
            assertThat(after.get(id).answers()).isEqualTo(before.get(id).answers());
            assertThat(after.get(id).submittedAt()).isEqualTo(before.get(id).submittedAt());
            assertThat(after.get(id).context()).isEqualTo(before.get(id).context());
        }
        assertThat(after.get(sent.get(0)).answers().has("why")).isFalse();
        assertThat(other.questionnaires.version(mover, moved, "stay", 1).document())
                .isEqualTo(old.questionnaires
                        .version(old.owner, old.workspace, "stay", 1)
                        .document());
        assertThat(to.parts.brands().get(mover, moved))
                .isEqualTo(from.parts.brands().get(old.owner, old.workspace));
        assertThat(to.parts.standards().list(mover, moved))
                .extracting(Standard::terms)
                .isEqualTo(from.parts.standards().list(old.owner, old.workspace).stream()
                        .map(Standard::terms)
                        .toList())
                .hasSize(1);
        assertThat(to.parts.promises().list(mover, moved))
                .extracting(Promise::terms)
                .isEqualTo(from.parts.promises().list(old.owner, old.workspace).stream()
                        .map(Promise::terms)
                        .toList())
                .hasSize(1);
        assertThat(to.parts.ownRoles().list(mover, moved))
                .extracting(OwnRole::key, OwnRole::permissions)
                .containsExactly(Assertions.tuple(
                        "desk",
                        from.parts
                                .ownRoles()
                                .get(old.owner, old.workspace, "desk")
                                .permissions()));
        assertThat(other.collection.retention().rules(mover, moved))
                .isEqualTo(new RetentionRules(Optional.of(60), Optional.of(24)));
        String code = lines(archive, "responses.ndjson").stream()
                .filter(line -> line.contains("\"person\""))
                .findFirst()
                .orElseThrow()
                .replaceFirst(".*\"person\":\"([0-9a-f]+)\".*", "$1");
        assertThat(other.collection.persons().find(mover, moved, "archive:" + code))
                .extracting(PersonResponse::erasedAt)
                .containsExactly(Optional.empty());

        Path evidence = Files.createTempFile(other.folder, "origin", ".zip");
        try (InputStream content =
                to.archives.origin(mover, moved, job.id()).content().get()) {
            Files.write(evidence, content.readAllBytes());
        }
        assertThat(Archives.faults(Archives.verify(evidence))).isEmpty();
        assertThat(Archives.verify(evidence).workspace()).isEqualTo(old.workspace.toString());
    }

    private static List<String> lines(byte[] archive, String file) throws IOException {
        return new String(files(archive).get(file), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private static Map<String, byte[]> files(byte[] archive) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static byte[] zipped(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] with(byte[] archive, String file, UnaryOperator<String> how) throws IOException {
        Map<String, byte[]> files = files(archive);
        String text = new String(files.getOrDefault(file, new byte[0]), StandardCharsets.UTF_8);
        files.put(file, how.apply(text).getBytes(StandardCharsets.UTF_8));
        return zipped(files);
    }

    @Test
    void whatIsNoArchiveIsRefusedAndLeavesNothing() throws Exception {
        old.send(3);
        byte[] good = archive();
        for (byte[] bad : List.of(
                "no zip".getBytes(StandardCharsets.UTF_8),
                java.util.Arrays.copyOf(good, good.length / 2),
                zipped(Map.of("manifest.json", "{}".getBytes(StandardCharsets.UTF_8))),
                with(good, "../../etc/cron.d/own", text -> "* * * * * root true"),
                with(good, "manifest.json", text -> text.replace("entezar-workspace/1", "entezar-workspace/9")))) {
            assertCode(
                    () -> to.archives.bringIn(mover, moved, new ByteArrayInputStream(bad)),
                    ErrorCode.MALFORMED_ARCHIVE);
        }
        Job altered = bring(with(good, "responses.ndjson", text -> text.replace("\"expected\":1", "\"expected\":7")));
        assertThat(altered.state()).isEqualTo(JobState.FAILED);
        assertThat(altered.result().orElseThrow().path("code").asText()).isEqualTo("MALFORMED_ARCHIVE");
        assertThat(other.questionnaires.list(mover, moved)).isEmpty();
        assertThat(other.collection.campaigns().list(mover, moved)).isEmpty();
        assertCode(
                () -> to.archives.bringIn(other.owner, other.workspace, new ByteArrayInputStream(good)),
                ErrorCode.NOT_EMPTY);
    }

    @Test
    void onlyOwnersAndOnlyTheirOwn() throws Exception {
        for (Role role : Role.values()) {
            if (role != Role.OWNER) {
                Caller member = Callers.member(old.workspace, role);
                assertCode(() -> from.archives.begin(member, old.workspace), ErrorCode.FORBIDDEN);
                assertCode(
                        () -> from.archives.bringIn(member, old.workspace, InputStream.nullInputStream()),
                        ErrorCode.FORBIDDEN);
            }
        }
        Job job = from.ended(old.owner, old.workspace, from.archives.begin(old.owner, old.workspace));
        WorkspaceId stranger = new WorkspaceId(old.ids.next());
        old.enter(stranger, "stranger");
        assertCode(() -> from.archives.take(Callers.owner(stranger), stranger, job.id()), ErrorCode.NOT_FOUND);
        assertCode(
                () -> from.archives.take(Callers.owner(stranger), old.workspace, job.id()),
                ErrorCode.WORKSPACE_NOT_FOUND);
    }
}
