package org.entezar.audit.internal.portable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.entezar.audit.WorkspaceParts;
import org.entezar.collection.Campaign;
import org.entezar.collection.PersonalKeys;
import org.entezar.collection.ResponseId;
import org.entezar.collection.ResponsePage;
import org.entezar.collection.Responses;
import org.entezar.collection.StoredResponse;
import org.entezar.commitment.Promise;
import org.entezar.commitment.Standard;
import org.entezar.insight.KeptInsight;
import org.entezar.insight.KeptInsights;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Directory;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.json.Json;
import org.entezar.questionnaire.QuestionnaireSummary;
import org.entezar.questionnaire.Version;
import org.entezar.questionnaire.VersionSummary;
import org.entezar.relationship.CaseFilter;
import org.entezar.relationship.CaseId;
import org.entezar.relationship.CasePage;
import org.entezar.relationship.Cases;
import org.entezar.workspace.Brand;
import org.entezar.workspace.LogoFile;
import org.entezar.workspace.OwnRole;
import org.entezar.workspace.Workspace;

/** Reads everything of a workspace through its faces, a page at a time, and writes it. */
final class PortableContent {

    private static final String README = "/org/entezar/audit/workspace-archive.txt";

    private final WorkspaceParts parts;
    private final Caller caller;
    private final WorkspaceId workspace;
    private final PortableWriter archive;

    PortableContent(WorkspaceParts parts, Caller caller, WorkspaceId workspace, PortableWriter archive) {
        this.parts = parts;
        this.caller = caller;
        this.workspace = workspace;
        this.archive = archive;
    }

    /** How many responses there are to write. */
    long size() {
        return parts.collection().campaigns().list(caller, workspace).stream()
                .mapToLong(Campaign::responses)
                .sum();
    }

    void begin(Lines.Manifest manifest) throws IOException {
        try (InputStream readme = PortableContent.class.getResourceAsStream(README)) {
            if (readme == null) {
                throw new IllegalStateException(README);
            }
            archive.file(Part.README, readme.readAllBytes());
        }
        archive.file(Part.MANIFEST, json(manifest));
    }

    private static byte[] json(Object document) {
        return Json.write(document).getBytes(StandardCharsets.UTF_8);
    }

    void settings() throws IOException {
        Workspace settings = parts.workspaces().get(caller, workspace);
        archive.file(
                Part.SETTINGS,
                json(new Lines.SettingsLine(
                        settings.name(),
                        settings.languages(),
                        settings.timeZone(),
                        settings.minimumGroup(),
                        settings.plugins(),
                        settings.calendar())));
        Brand brand = parts.brands().get(caller, workspace);
        Optional<LogoFile> logo = parts.brands().logo(caller, workspace);
        archive.file(
                Part.BRAND,
                json(new Lines.BrandLine(
                        brand.accent().map(Brand.Accent::light),
                        brand.accent().map(Brand.Accent::dark),
                        logo.map(file -> file.logo().type()))));
        if (logo.isPresent()) {
            archive.file(Part.LOGO, logo.get().bytes());
        }
        archive.file(Part.RETENTION, json(parts.collection().retention().rules(caller, workspace)));
        people();
    }

    private void people() throws IOException {
        List<OwnRole> own = parts.ownRoles().list(caller, workspace);
        // Releases that know no such roles read an archive without them.
        if (!own.isEmpty()) {
            archive.begin(Part.ROLES);
            for (OwnRole role : own) {
                archive.line(new Lines.RoleLine(role.key(), role.name(), role.permissions()));
            }
            archive.end();
        }
        Map<String, Set<String>> held = parts.ownRoles().holders(caller, workspace);
        archive.begin(Part.MEMBERS);
        for (Directory.Member member : parts.members().list(caller, workspace)) {
            Set<String> roles = new TreeSet<>();
            member.roles().forEach(role -> roles.add(role.key()));
            archive.line(new Lines.MemberLine(
                    member.login(),
                    member.displayName(),
                    member.email(),
                    roles,
                    held.getOrDefault(member.subject(), Set.of())));
        }
        archive.end();
    }

    void questions() throws IOException {
        archive.file(Part.CATEGORIES, json(parts.categories().tree(caller, workspace)));
        List<QuestionnaireSummary> all = parts.questionnaires().list(caller, workspace);
        archive.begin(Part.VERSIONS);
        for (QuestionnaireSummary one : all) {
            List<VersionSummary> versions = parts.questionnaires().versions(caller, workspace, one.key()).stream()
                    .sorted(java.util.Comparator.comparingInt(VersionSummary::number))
                    .toList();
            for (VersionSummary each : versions) {
                Version version = parts.questionnaires().version(caller, workspace, one.key(), each.number());
                archive.line(new Lines.VersionLine(
                        version.key(),
                        version.number(),
                        version.publishedAt(),
                        version.publishedBy(),
                        version.document()));
            }
        }
        archive.end();
        archive.begin(Part.DRAFTS);
        for (QuestionnaireSummary one : all) {
            archive.line(new Lines.DraftLine(
                    parts.questionnaires().draft(caller, workspace, one.key()).document()));
        }
        archive.end();
    }

    /** Standards and promises; releases that know none read an archive without them. */
    void commitments() throws IOException {
        List<Standard> standards = parts.standards().list(caller, workspace);
        if (!standards.isEmpty()) {
            archive.begin(Part.STANDARDS);
            for (Standard one : standards) {
                archive.line(new Lines.StandardLine(one.id().toString(), one.terms()));
            }
            archive.end();
        }
        List<Promise> promises = parts.promises().list(caller, workspace);
        if (!promises.isEmpty()) {
            archive.begin(Part.PROMISES);
            for (Promise one : promises) {
                archive.line(new Lines.PromiseLine(one.id().toString(), one.terms()));
            }
            archive.end();
        }
    }

    void responses(LongConsumer progress) throws IOException {
        List<Campaign> campaigns = parts.collection().campaigns().list(caller, workspace);
        archive.begin(Part.CAMPAIGNS);
        for (Campaign campaign : campaigns) {
            archive.line(new Lines.CampaignLine(
                    campaign.id().toString(),
                    campaign.questionnaire(),
                    campaign.version(),
                    campaign.name(),
                    campaign.channels(),
                    campaign.opensAt(),
                    campaign.closesAt(),
                    campaign.state().name(),
                    campaign.simulated(),
                    campaign.createdAt()));
        }
        archive.end();
        archive.begin(Part.RESPONSES);
        for (Campaign campaign : campaigns) {
            Optional<String> after = Optional.empty();
            do {
                ResponsePage page = parts.collection()
                        .responses()
                        .list(caller, workspace, campaign.id(), after, Responses.LARGEST_PAGE);
                write(campaign, page.responses());
                progress.accept(page.responses().size());
                after = page.next();
            } while (after.isPresent());
        }
        archive.end();
    }

    private void write(Campaign campaign, List<StoredResponse> responses) throws IOException {
        Map<ResponseId, byte[]> persons = parts.collection()
                .persons()
                .codes(
                        caller,
                        workspace,
                        responses.stream().map(StoredResponse::id).toList());
        for (StoredResponse response : responses) {
            Map<String, JsonNode> answers = new LinkedHashMap<>();
            PersonalKeys.withoutErased((ObjectNode) response.answers())
                    .fields()
                    .forEachRemaining(answer -> answers.put(answer.getKey(), answer.getValue()));
            archive.line(new Lines.ResponseLine(
                    campaign.id().toString(),
                    response.id().toString(),
                    response.submittedAt(),
                    response.receivedAt(),
                    response.language(),
                    Optional.ofNullable(persons.get(response.id())).map(HexFormat.of()::formatHex),
                    response.context(),
                    answers));
        }
    }

    /** Cases with their words opened, the oldest first; releases that know none read an archive without them. */
    void cases() throws IOException {
        List<CaseId> all = new ArrayList<>();
        Optional<CaseId> after = Optional.empty();
        do {
            CasePage page = parts.cases().list(caller, workspace, CaseFilter.ALL, after, Cases.LARGEST_PAGE);
            page.cases().forEach(one -> all.add(one.id()));
            after = page.next();
        } while (after.isPresent());
        if (all.isEmpty()) {
            return;
        }
        Collections.reverse(all);
        archive.begin(Part.CASES);
        for (CaseId id : all) {
            archive.line(Lines.CaseLine.of(parts.cases().find(caller, workspace, id)));
        }
        archive.end();
    }

    void insights() throws IOException {
        archive.begin(Part.INSIGHTS);
        Optional<Long> before = Optional.empty();
        List<KeptInsight> page;
        do {
            page = parts.insights().list(caller, workspace, Optional.empty(), before, KeptInsights.LARGEST_PAGE);
            for (KeptInsight insight : page) {
                archive.line(insight);
                before = Optional.of(insight.kept().sequence());
            }
        } while (page.size() == KeptInsights.LARGEST_PAGE);
        archive.end();
    }

    /** Writes the evidence, whose writer throws no checked exception. */
    void evidence(java.util.function.Consumer<java.io.OutputStream> writer) throws IOException {
        archive.begin(Part.EVIDENCE);
        try {
            writer.accept(archive.stream());
        } catch (UncheckedIOException full) {
            throw full.getCause();
        }
        archive.end();
        archive.contents();
    }
}
