package org.entezar.audit.internal.portable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entezar.audit.WorkspaceParts;
import org.entezar.audit.internal.export.ArchiveFiles;
import org.entezar.audit.internal.export.Gauge;
import org.entezar.collection.Campaign;
import org.entezar.collection.CampaignChange;
import org.entezar.collection.CampaignId;
import org.entezar.collection.CampaignState;
import org.entezar.collection.LineResult;
import org.entezar.collection.NewCampaign;
import org.entezar.collection.NewResponse;
import org.entezar.collection.ResponseId;
import org.entezar.collection.RetentionRules;
import org.entezar.evidence.archive.Trust;
import org.entezar.evidence.archive.Verdict;
import org.entezar.evidence.archive.Verification;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Change;
import org.entezar.platform.jobs.JobHandler;
import org.entezar.platform.jobs.JobRun;
import org.entezar.platform.json.Json;
import org.entezar.platform.tenancy.Work;
import org.entezar.questionnaire.Categories;
import org.entezar.questionnaire.CategoryTree;
import org.entezar.questionnaire.Questionnaire;
import org.entezar.workspace.OwnRoleDraft;
import org.entezar.workspace.WorkspaceSettings;

/**
 * Brings an archive into a workspace that is empty. Everything goes through the faces that people use, and is held to
 * their rules: an archive can bring in nothing that could not have been typed. Ids of responses are kept; campaigns get
 * new ones, which are noted; the old history comes along as evidence. Each step can be done again after a crash.
 */
public final class BringInRun implements JobHandler {

    public static final String KIND = "workspace-import";

    private static final String CAMPAIGN = "campaign";
    private static final int TOGETHER = 500;
    private static final int MOST_TOLD = 50;
    private static final int LARGEST_LOGO = 2 * 1024 * 1024;

    private final Work work;
    private final WorkspaceParts parts;
    private final ArchiveFiles incoming;
    private final ArchiveFiles origins;
    private final Clock clock;

    public BringInRun(Work work, WorkspaceParts parts, ArchiveFiles incoming, ArchiveFiles origins, Clock clock) {
        this.work = work;
        this.parts = parts;
        this.incoming = incoming;
        this.origins = origins;
        this.clock = clock;
    }

    /** One archive on its way in. */
    private final class Bringing {
        private final JobRun job;
        private final Gauge gauge;
        private final PortableReader archive;
        private final Caller caller;
        private final WorkspaceId workspace;
        private final String name;
        private final ObjectNode result = Json.mapper().createObjectNode();
        private final ArrayNode refusals = result.putArray("refusals");
        private long accepted;
        private long refused;

        Bringing(JobRun job, Gauge gauge, PortableReader archive) {
            this.job = job;
            this.gauge = gauge;
            this.archive = archive;
            this.caller = job.caller();
            this.workspace = job.workspace();
            this.name = job.input().path("file").asText();
        }

        ObjectNode all() throws IOException {
            archive.check();
            Lines.Manifest manifest = archive.document(Part.MANIFEST, Lines.Manifest.class);
            if (!manifest.format().equals(Lines.FORMAT)) {
                throw PortableReader.malformed(Part.MANIFEST.file());
            }
            Lines.Contents contents = archive.document(Part.CONTENTS, Lines.Contents.class);
            gauge.expect(Math.max(
                    1,
                    Optional.ofNullable(contents.files().get(Part.RESPONSES.file()))
                            .map(Lines.Content::lines)
                            .orElse(1L)));
            settings();
            questions();
            BringInOnce once = new BringInOnce(work, caller, workspace, name, this::refuse);
            new BringInCommitments(parts, once).all(archive);
            List<Lines.CampaignLine> campaigns = campaigns();
            responses();
            new BringInCases(parts, once).all(archive);
            close(campaigns);
            evidence(manifest);
            return result;
        }

        private void settings() throws IOException {
            Lines.SettingsLine settings = archive.document(Part.SETTINGS, Lines.SettingsLine.class);
            Set<String> plugins = new HashSet<>(settings.plugins());
            plugins.retainAll(parts.workspaces().knownPlugins());
            plugins.removeAll(parts.workspaces().withdrawnPlugins());
            parts.workspaces()
                    .configure(
                            caller,
                            workspace,
                            new WorkspaceSettings(
                                    Optional.of(settings.name()),
                                    Optional.of(settings.languages()),
                                    Optional.of(settings.timeZone()),
                                    Optional.of(settings.minimumGroup()),
                                    Optional.of(plugins),
                                    Optional.of(settings.calendar())));
            Lines.BrandLine brand = archive.document(Part.BRAND, Lines.BrandLine.class);
            if (brand.light().isPresent()) {
                parts.brands().paint(caller, workspace, brand.light().get(), brand.dark());
            }
            if (archive.has(Part.LOGO)) {
                parts.brands()
                        .hang(caller, workspace, new ByteArrayInputStream(archive.bytes(Part.LOGO, LARGEST_LOGO)));
            }
            parts.collection()
                    .retention()
                    .set(caller, workspace, archive.document(Part.RETENTION, RetentionRules.class));
            roles();
        }

        private void roles() throws IOException {
            if (!archive.has(Part.ROLES)) {
                return;
            }
            Set<String> there = new HashSet<>();
            parts.ownRoles().list(caller, workspace).forEach(role -> there.add(role.key()));
            archive.lines(Part.ROLES, Lines.RoleLine.class, role -> {
                if (there.add(role.key())) {
                    parts.ownRoles()
                            .create(caller, workspace, new OwnRoleDraft(role.key(), role.name(), role.permissions()));
                }
            });
        }

        private void questions() throws IOException {
            CategoryTree tree = archive.document(Part.CATEGORIES, CategoryTree.class);
            parts.categories().replace(caller, workspace, tree);
            archive.lines(Part.VERSIONS, Lines.VersionLine.class, version -> {
                draft(version.document());
                int there = parts.questionnaires()
                        .versions(caller, workspace, version.key())
                        .size();
                if (there < version.number()) {
                    int number = parts.questionnaires()
                            .publish(caller, workspace, version.key())
                            .number();
                    if (number != version.number()) {
                        throw PortableReader.malformed(Part.VERSIONS.file());
                    }
                }
            });
            archive.lines(Part.DRAFTS, Lines.DraftLine.class, draft -> draft(draft.document()));
        }

        private void draft(Questionnaire document) {
            boolean there = parts.questionnaires().list(caller, workspace).stream()
                    .anyMatch(known -> known.key().equals(document.key()));
            if (there) {
                parts.questionnaires().save(caller, workspace, document, Categories.ANY_STATE);
            } else {
                parts.questionnaires().create(caller, workspace, document);
            }
        }

        private List<Lines.CampaignLine> campaigns() throws IOException {
            List<Lines.CampaignLine> all = new ArrayList<>();
            archive.lines(Part.CAMPAIGNS, Lines.CampaignLine.class, all::add);
            // The oldest first, so that they stand in their old order.
            all.sort(java.util.Comparator.comparing(Lines.CampaignLine::createdAt));
            for (Lines.CampaignLine line : all) {
                boolean known = work.read(caller, workspace, Permission.CAMPAIGN_READ, tx -> OriginRows.find(
                                tx, name, CAMPAIGN, line.id())
                        .isPresent());
                if (!known) {
                    NewCampaign wanted = new NewCampaign(
                            line.questionnaire(),
                            line.version(),
                            line.name(),
                            line.channels(),
                            Optional.empty(),
                            Optional.empty(),
                            line.simulated());
                    work.change(caller, workspace, Permission.CAMPAIGN_RUN, tx -> {
                        Campaign made = parts.collection().campaigns().create(caller, workspace, wanted);
                        OriginRows.insert(
                                tx, name, CAMPAIGN, line.id(), made.id().toString());
                        return made;
                    });
                }
            }
            return all;
        }

        private Map<String, CampaignId> here() {
            Map<String, CampaignId> here = new HashMap<>();
            work.read(caller, workspace, Permission.CAMPAIGN_READ, tx -> OriginRows.all(tx, name, CAMPAIGN))
                    .forEach((before, now) -> here.put(before, CampaignId.parse(now)));
            return here;
        }

        private void responses() throws IOException {
            Map<String, CampaignId> here = here();
            Set<String> ended = new HashSet<>();
            for (Campaign campaign : parts.collection().campaigns().list(caller, workspace)) {
                if (campaign.state() == CampaignState.CLOSED) {
                    // Closed by an earlier run of this job, which had brought all of it in.
                    ended.add(campaign.id().toString());
                }
            }
            Map<CampaignId, List<NewResponse>> waiting = new HashMap<>();
            archive.lines(Part.RESPONSES, Lines.ResponseLine.class, line -> {
                CampaignId campaign = here.get(line.campaign());
                if (campaign == null) {
                    throw PortableReader.malformed(Part.RESPONSES.file());
                }
                if (ended.contains(campaign.toString())) {
                    gauge.advance(1);
                    return;
                }
                List<NewResponse> group = waiting.computeIfAbsent(campaign, id -> new ArrayList<>());
                group.add(response(line));
                if (group.size() == TOGETHER) {
                    store(campaign, group);
                }
            });
            waiting.forEach(this::store);
        }

        private NewResponse response(Lines.ResponseLine line) {
            NewResponse response = new NewResponse(
                    Optional.of(ResponseId.parse(line.id())),
                    Optional.of(line.submittedAt()),
                    line.language(),
                    line.context(),
                    line.answers());
            return line.person().map(code -> response.by("archive:" + code)).orElse(response);
        }

        private void store(CampaignId campaign, List<NewResponse> group) {
            for (LineResult line : parts.collection().responses().submitMany(caller, workspace, campaign, group)) {
                if (line.outcome() == LineResult.Outcome.REFUSED) {
                    refused++;
                    if (refusals.size() < MOST_TOLD) {
                        ObjectNode told = refusals.addObject();
                        line.id().ifPresent(id -> told.put("response", id.toString()));
                        line.code().ifPresent(code -> told.put("code", code.name()));
                        line.violations().stream().findFirst().ifPresent(fault -> told.put("pointer", fault.pointer())
                                .put("fault", fault.code().name()));
                    }
                } else {
                    accepted++;
                }
            }
            gauge.advance(group.size());
            group.clear();
        }

        private void refuse(String kind, String id, Problem problem) {
            refused++;
            if (refusals.size() < MOST_TOLD) {
                ObjectNode told = refusals.addObject().put(kind, id);
                problem.violations().stream().findFirst().ifPresent(fault -> told.put("pointer", fault.pointer())
                        .put("fault", fault.code().name()));
            }
        }

        /** Campaigns take answers as they did: those that were over are over. */
        private void close(List<Lines.CampaignLine> campaigns) {
            Map<String, CampaignId> here = here();
            for (Lines.CampaignLine line : campaigns) {
                CampaignId id = Optional.ofNullable(here.get(line.id()))
                        .orElseThrow(() -> PortableReader.malformed(Part.CAMPAIGNS.file()));
                Campaign now = parts.collection().campaigns().get(caller, workspace, id);
                boolean over = line.state().equals(CampaignState.CLOSED.name())
                        || line.closesAt()
                                .filter(at -> !at.isAfter(clock.instant()))
                                .isPresent();
                if (now.state() != CampaignState.OPEN) {
                    continue;
                }
                if (over) {
                    change(id, CampaignChange.to(CampaignChange.Step.CLOSE));
                } else {
                    boolean paused = line.state().equals(CampaignState.PAUSED.name());
                    Optional<java.time.Instant> opens = line.opensAt().filter(at -> at.isAfter(clock.instant()));
                    if (paused || opens.isPresent() || line.closesAt().isPresent()) {
                        change(
                                id,
                                new CampaignChange(
                                        Optional.empty(),
                                        opens,
                                        line.closesAt(),
                                        paused ? Optional.of(CampaignChange.Step.PAUSE) : Optional.empty()));
                    }
                }
            }
        }

        private void change(CampaignId id, CampaignChange change) {
            parts.collection().campaigns().change(caller, workspace, id, change);
        }

        /** Keeps the old history beside the new one, and says whether it holds by itself. */
        private void evidence(Lines.Manifest manifest) throws IOException {
            result.put("accepted", accepted).put("refused", refused);
            result.put("workspace", manifest.workspace()).put("alias", manifest.alias());
            result.set("campaigns", Json.tree(here()));
            if (archive.has(Part.EVIDENCE)) {
                Path part = origins.begin(workspace, job.id());
                try (InputStream from = archive.stream(Part.EVIDENCE);
                        OutputStream to = Files.newOutputStream(part)) {
                    from.transferTo(to);
                }
                Path kept = origins.finished(workspace, job.id());
                Files.move(part, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                Verdict verdict = Verification.verify(kept, new Trust(List.of(), List.of()));
                result.put(
                                "evidenceHolds",
                                verdict.holds() && verdict.workspace().equals(manifest.workspace()))
                        .put("evidenceLast", verdict.last())
                        .put("evidenceBytes", Files.size(kept));
                ArrayNode keys = result.putArray("evidenceKeys");
                verdict.keys().forEach(keys::add);
            }
            work.change(caller, workspace, Permission.DATA_GOVERN, tx -> {
                tx.record(Change.created("workspace.brought-in", "archive/" + job.id(), told()));
                return result;
            });
        }

        private ObjectNode told() {
            ObjectNode told = result.deepCopy();
            told.remove("refusals");
            told.put("sha256", job.input().path("sha256").asText());
            return told;
        }
    }

    @Override
    public JsonNode run(JobRun job) {
        Path file = incoming.received(job.workspace(), job.input().path("file").asText());
        try (Gauge gauge = new Gauge(job, 1)) {
            ObjectNode result;
            try (PortableReader archive = new PortableReader(file)) {
                result = new Bringing(job, gauge, archive).all();
            }
            gauge.finish();
            Files.deleteIfExists(file);
            return result;
        } catch (java.nio.file.NoSuchFileException gone) {
            throw new Problem(ErrorCode.NOT_FOUND);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("An archive could not be read", unreadable);
        }
    }
}
