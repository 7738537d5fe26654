package org.entezar.collection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.entezar.collection.internal.answers.AnswerRules;
import org.entezar.collection.internal.campaign.CampaignStore;
import org.entezar.collection.internal.campaign.LiveCampaigns;
import org.entezar.collection.internal.campaign.Publishing;
import org.entezar.collection.internal.imports.CodebookFile;
import org.entezar.collection.internal.imports.FileName;
import org.entezar.collection.internal.imports.ImportFiles;
import org.entezar.collection.internal.imports.ImportRows;
import org.entezar.collection.internal.imports.ImportRun;
import org.entezar.collection.internal.imports.Imported;
import org.entezar.collection.internal.imports.MappingRules;
import org.entezar.collection.internal.imports.Preview;
import org.entezar.collection.internal.imports.RefusalReport;
import org.entezar.collection.internal.response.Room;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Language;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Uuids;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Change;
import org.entezar.platform.jobs.Job;
import org.entezar.platform.jobs.Jobs;
import org.entezar.platform.json.Json;
import org.entezar.platform.tenancy.Tx;
import org.entezar.platform.tenancy.Work;
import org.entezar.questionnaire.Questionnaire;

/**
 * Files of answers with a column for each item and facet. A file is uploaded and looked at, its columns are mapped, its
 * first rows shown, tried in a dry run, then read as a job; refused rows come back as a file with reasons, and a whole
 * import can be taken back. Everything here needs {@link Permission#RESPONSE_IMPORT}.
 */
public final class Imports {

    private static final int PAGE = 500;
    private static final Set<ImportState> OPEN = Set.of(ImportState.READY, ImportState.CHECKED);
    private static final Set<ImportState> ENDED =
            Set.of(ImportState.READY, ImportState.CHECKED, ImportState.DONE, ImportState.FAILED);

    private final Work work;
    private final LiveCampaigns live;
    private final Jobs jobs;
    private final Uuids ids;
    private final Function<WorkspaceId, ZoneId> zones;
    private final Campaigns campaigns;
    private final Publishing publishing;
    private final ImportFiles files;
    private final Room room;

    Imports(
            Work work,
            LiveCampaigns live,
            Jobs jobs,
            Uuids ids,
            Function<WorkspaceId, ZoneId> zones,
            Campaigns campaigns,
            Publishing publishing,
            Room room) {
        this.work = work;
        this.live = live;
        this.jobs = jobs;
        this.ids = ids;
        this.zones = zones;
        this.campaigns = campaigns;
        this.publishing = publishing;
        this.room = room;
        this.files = new ImportFiles(work);
    }

    /**
     * Takes a file in, finds out how it is read and proposes what its columns hold.
     *
     * @param campaign where its rows shall go; empty when that is decided later
     * @param file read once; at most 50 MB
     * @throws Problem {@link ErrorCode#TOO_LARGE}, {@link ErrorCode#EMPTY_FILE}, {@link ErrorCode#NOT_A_TABLE},
     *     {@link ErrorCode#UNREADABLE_FILE}, {@link ErrorCode#NOT_FOUND}, {@link ErrorCode#QUOTA_STORAGE}
     */
    public Import upload(
            Caller caller, WorkspaceId workspace, Optional<CampaignId> campaign, String fileName, InputStream file) {
        caller.require(workspace, Permission.RESPONSE_IMPORT);
        Optional<AnswerRules> rules = campaign.map(id -> live.get(workspace, id).rules());
        String zone = zones.apply(workspace).getId();
        String name = FileName.readable(fileName);
        room.requireForFile(workspace);
        return work.change(caller, workspace, Permission.RESPONSE_IMPORT, tx -> {
            ImportId id = new ImportId(ids.next());
            ImportFiles.Stored stored = files.store(tx, id, file);
            FileShape shape = files.shape(tx, id, Optional.empty(), Optional.empty());
            Import made = new Import(
                    id,
                    campaign,
                    name,
                    stored.bytes(),
                    shape,
                    files.proposeMapping(tx, id, shape, rules.map(AnswerRules::questionnaire), zone),
                    ImportState.READY,
                    Optional.empty(),
                    Import.Counts.NONE,
                    tx.now(),
                    tx.caller().displayName());
            ImportRows.insert(tx, made, stored.sha256());
            tx.record(Change.created(
                    "import.uploaded",
                    subject(id),
                    Imported.told(
                            made,
                            Map.of("fileName", made.fileName(), "bytes", made.bytes(), "sha256", stored.sha256()))));
            return made;
        });
    }

    /** All imports, the newest first. */
    public List<Import> list(Caller caller, WorkspaceId workspace) {
        return work.read(caller, workspace, Permission.RESPONSE_IMPORT, ImportRows::all);
    }

    /**
     * One import.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND}
     */
    public Import get(Caller caller, WorkspaceId workspace, ImportId id) {
        return work.read(caller, workspace, Permission.RESPONSE_IMPORT, tx -> ImportRows.get(tx, id));
    }

    /** Reads the file in another encoding or with another separator than it was taken for, and proposes anew. */
    public Import reread(Caller caller, WorkspaceId workspace, ImportId id, String encoding, String separator) {
        return remap(caller, workspace, id, (tx, before) -> {
            FileShape shape = files.shape(tx, id, Optional.of(encoding), Optional.of(separator));
            return Imported.mapped(before, before.campaign(), shape, proposed(tx, before, before.campaign(), shape));
        });
    }

    /** Decides the campaign that the rows go into, and proposes what the columns hold for its questionnaire. */
    public Import into(Caller caller, WorkspaceId workspace, ImportId id, CampaignId campaign) {
        return remap(
                caller,
                workspace,
                id,
                (tx, before) -> Imported.mapped(
                        before,
                        Optional.of(campaign),
                        before.shape(),
                        proposed(tx, before, Optional.of(campaign), before.shape())));
    }

    /**
     * Says what the columns hold.
     *
     * @throws Problem {@link ErrorCode#INVALID} with pointers such as {@code /targets/3}
     */
    public Import map(Caller caller, WorkspaceId workspace, ImportId id, ImportMapping mapping) {
        return remap(caller, workspace, id, (tx, before) -> {
            Problem.throwIfAny(MappingRules.faults(
                    mapping, before.shape(), rules(tx, before).questionnaire()));
            return Imported.mapped(before, before.campaign(), before.shape(), mapping);
        });
    }

    /** Makes the import that takes the place of the one before. */
    private interface Remapping {
        Import apply(Tx tx, Import before);
    }

    private Import remap(Caller caller, WorkspaceId workspace, ImportId id, Remapping remapping) {
        return work.change(caller, workspace, Permission.RESPONSE_IMPORT, tx -> {
            Import before = ImportRows.lock(tx, id);
            requireState(before, OPEN);
            Import after = remapping.apply(tx, before);
            ImportRows.update(tx, after);
            ImportRows.clearRefusals(tx, id);
            tx.record(Change.changed("import.mapped", subject(id), before.mapping(), after.mapping()));
            return after;
        });
    }

    private ImportMapping proposed(Tx tx, Import one, Optional<CampaignId> campaign, FileShape shape) {
        return files.proposeMapping(
                tx,
                one.id(),
                shape,
                campaign.map(id -> live.get(tx.workspace(), id).rules().questionnaire()),
                one.mapping().timeZone());
    }

    /**
     * A questionnaire made out of the file, for files that came without one; not stored. Columns that differ in a last
     * word such as {@code e} and {@code p} become one item.
     */
    public Questionnaire proposal(
            Caller caller, WorkspaceId workspace, ImportId id, String key, LocalizedText title, String language) {
        return work.read(caller, workspace, Permission.RESPONSE_IMPORT, tx -> {
            Import one = ImportRows.get(tx, id);
            return files.proposeSurvey(tx, one, key, title, language).questionnaire();
        });
    }

    /** The questionnaire of {@link #proposal} together with what each column holds for it. */
    public FileSurvey survey(
            Caller caller, WorkspaceId workspace, ImportId id, String key, LocalizedText title, String language) {
        return work.read(
                caller,
                workspace,
                Permission.RESPONSE_IMPORT,
                tx -> files.proposeSurvey(tx, ImportRows.get(tx, id), key, title, language));
    }

    /** The columns of the file with some of their values. */
    public List<FileColumn> columns(Caller caller, WorkspaceId workspace, ImportId id) {
        return work.read(
                caller,
                workspace,
                Permission.RESPONSE_IMPORT,
                tx -> files.columns(tx, id, ImportRows.get(tx, id).shape()));
    }

    /**
     * What a codebook says about the columns of the file; not stored.
     *
     * @param codebook at most 1 MB
     * @throws Problem {@link ErrorCode#TOO_LARGE}, {@link ErrorCode#NOT_A_TABLE}, {@link ErrorCode#UNKNOWN_KEY} when it
     *     names none of the columns
     */
    public List<ColumnWords> words(Caller caller, WorkspaceId workspace, ImportId id, InputStream codebook) {
        return CodebookFile.read(codebook, get(caller, workspace, id).shape().columns());
    }

    /**
     * Makes what the file lacks, all or nothing: begins and publishes the questionnaire, opens a campaign of it and
     * decides that the rows go there. Needs {@link Permission#QUESTIONNAIRE_EDIT},
     * {@link Permission#QUESTIONNAIRE_PUBLISH} and {@link Permission#CAMPAIGN_RUN} as well.
     *
     * @param survey what was proposed, with what people corrected
     * @param name what members call the campaign
     * @throws Problem {@link ErrorCode#INVALID} with the faults of the questionnaire, the mapping or the name;
     *     {@link ErrorCode#ALREADY_EXISTS} when there is a questionnaire with the key
     */
    public Import found(Caller caller, WorkspaceId workspace, ImportId id, FileSurvey survey, LocalizedText name) {
        Questionnaire document = survey.questionnaire();
        try {
            return remap(caller, workspace, id, (tx, before) -> {
                Problem.throwIfAny(MappingRules.faults(survey.mapping(), before.shape(), document));
                int version = publishing.publish(caller, workspace, document);
                Campaign campaign = campaigns.create(
                        caller,
                        workspace,
                        new NewCampaign(
                                document.key(),
                                version,
                                name,
                                Set.of(Channel.LINK, Channel.IMPORT),
                                Optional.empty(),
                                Optional.empty(),
                                false));
                return Imported.mapped(before, Optional.of(campaign.id()), before.shape(), survey.mapping());
            });
        } catch (RuntimeException failure) {
            live.forgetVersions(workspace, document.key());
            throw failure;
        }
    }

    /** The first ten rows as they would be read. */
    public List<PreviewRow> preview(Caller caller, WorkspaceId workspace, ImportId id) {
        return work.read(caller, workspace, Permission.RESPONSE_IMPORT, tx -> {
            Import one = ImportRows.get(tx, id);
            return Preview.rows(files.open(tx, id), one, rules(tx, one), tx.now());
        });
    }

    /**
     * Begins to read the file as a job.
     *
     * @param dryRun only tell what would become of the rows
     * @throws Problem {@link ErrorCode#STATE} unless it is ready or checked; {@link ErrorCode#ALREADY_EXISTS} when the
     *     same file is in the campaign already and has no column that tells its rows apart
     */
    public Job start(Caller caller, WorkspaceId workspace, ImportId id, boolean dryRun) {
        Job job = work.change(caller, workspace, Permission.RESPONSE_IMPORT, tx -> {
            Import before = ImportRows.lock(tx, id);
            requireState(before, OPEN);
            Problem.throwIfAny(MappingRules.faults(
                    before.mapping(), before.shape(), rules(tx, before).questionnaire()));
            if (!dryRun && !before.mapping().hasTarget(ColumnTarget.Kind.ID)) {
                ImportRows.sameFile(tx, before).ifPresent(name -> {
                    throw new Problem(ErrorCode.ALREADY_EXISTS, name);
                });
            }
            if (!dryRun) {
                room.monthly().take(workspace, before.shape().rows());
            }
            ObjectNode input = Json.mapper().createObjectNode();
            input.put("import", id.toString()).put("dryRun", dryRun);
            Job queued = jobs.enqueue(tx, ImportRun.KIND, input, before.shape().rows());
            ImportRows.clearRefusals(tx, id);
            ImportRows.update(
                    tx, Imported.started(before, dryRun ? ImportState.CHECKING : ImportState.RUNNING, queued.id()));
            tx.record(Change.changed(
                    dryRun ? "import.check-started" : "import.started",
                    subject(id),
                    Map.of("state", before.state()),
                    Imported.told(before, Map.of("state", dryRun ? ImportState.CHECKING : ImportState.RUNNING))));
            return queued;
        });
        jobs.begin(workspace, job.id());
        return job;
    }

    /** Refused rows in the order of the file. */
    public List<RefusedRow> refusals(Caller caller, WorkspaceId workspace, ImportId id, long afterLine, int limit) {
        return work.read(
                caller,
                workspace,
                Permission.RESPONSE_IMPORT,
                tx -> ImportRows.refusals(tx, ImportRows.get(tx, id).id(), afterLine, limit));
    }

    /** Writes the refused rows as CSV with line, column, value and the reason in the reader's language. */
    public void writeRefusals(
            Caller caller, WorkspaceId workspace, ImportId id, Language language, OutputStream output) {
        get(caller, workspace, id);
        try {
            RefusalReport.write(after -> refusals(caller, workspace, id, after, PAGE), language, output);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** What is wrong with a cell, in words. */
    public static String reason(ImportFault fault, Language language) {
        return RefusalReport.reason(fault, language);
    }

    /**
     * Takes a whole import back: its responses stay as tombstones and no figure counts them any more, while figures as
     * of before still do. One that never ran is laid aside.
     *
     * @param reason why, for history
     * @throws Problem {@link ErrorCode#STATE} while it is being read, or when it was taken back before
     */
    public Import undo(Caller caller, WorkspaceId workspace, ImportId id, String reason) {
        return work.change(caller, workspace, Permission.RESPONSE_IMPORT, tx -> {
            Import before = ImportRows.lock(tx, id);
            requireState(before, ENDED);
            int withdrawn = ImportRows.withdraw(tx, id);
            Import after = Imported.inState(before, ImportState.UNDONE);
            ImportRows.update(tx, after);
            tx.record(
                    Change.changed(
                            "import.undone",
                            subject(id),
                            before.counts(),
                            Imported.told(before, Map.of("withdrawn", withdrawn))),
                    reason);
            return after;
        });
    }

    private AnswerRules rules(Tx tx, Import one) {
        CampaignId campaign = one.campaign()
                .orElseThrow(
                        () -> new Problem(List.of(org.entezar.kernel.Violation.at("/campaign", ErrorCode.REQUIRED))));
        CampaignStore.require(tx, campaign);
        return live.get(tx.workspace(), campaign).rules();
    }

    private static void requireState(Import one, Set<ImportState> possible) {
        if (!possible.contains(one.state())) {
            throw new Problem(ErrorCode.STATE, one.state().name());
        }
    }

    private static String subject(ImportId id) {
        return "import/" + id;
    }
}
