package org.entezar.collection;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.function.Function;
import org.entezar.collection.internal.campaign.LiveCampaigns;
import org.entezar.collection.internal.campaign.PublishedDocuments;
import org.entezar.collection.internal.campaign.Publishing;
import org.entezar.collection.internal.imports.ImportFiles;
import org.entezar.collection.internal.imports.ImportRun;
import org.entezar.collection.internal.response.ResponseWriter;
import org.entezar.collection.internal.retention.RetentionRun;
import org.entezar.collection.internal.sealing.ResponseSealer;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Uuids;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.jobs.Jobs;
import org.entezar.platform.tenancy.Work;
import org.entezar.questionnaire.Questionnaires;
import org.entezar.workspace.Workspaces;

/** The faces of this feature, built together because they share what is kept in memory and the writer. */
public final class Collection implements AutoCloseable {

    /** Most responses that wait for their commit; at that length a new one would wait for about a second. */
    private static final int QUEUE = 8_192;

    /** Groups committed at the same time: while one waits for the disk, the next is filled. */
    private static final int WRITERS = 2;

    /** How long a response waits at most, about, before it is sealed. */
    private static final Duration SEALING = Duration.ofSeconds(3);

    private final ResponseSealer sealer;
    private final SealedResponses sealedResponses;
    private final ResponseWriter writer;
    private final Campaigns campaigns;
    private final PublicLinks publicLinks;
    private final Responses responses;
    private final Imports imports;
    private final Persons persons;
    private final PersonRights personRights;
    private final Consents consents;
    private final Retention retention;
    private final Holds holds;

    public Collection(
            Work work,
            Workspaces workspaces,
            Questionnaires questionnaires,
            Jobs jobs,
            PersonalKeys keys,
            Uuids ids,
            Clock clock) {
        this(
                work,
                (workspace, key, version) -> questionnaires
                        .version(product(workspace), workspace, key, version)
                        .document(),
                (caller, workspace, document) -> {
                    questionnaires.create(caller, workspace, document);
                    return questionnaires
                            .publish(caller, workspace, document.key())
                            .number();
                },
                workspace ->
                        ZoneId.of(workspaces.get(product(workspace), workspace).timeZone()),
                jobs,
                keys,
                ids,
                clock);
    }

    Collection(
            Work work,
            PublishedDocuments documents,
            Publishing publishing,
            Function<WorkspaceId, ZoneId> zones,
            Jobs jobs,
            PersonalKeys keys,
            Uuids ids,
            Clock clock) {
        LiveCampaigns live = new LiveCampaigns(work, documents);
        this.sealer = new ResponseSealer(work, SEALING);
        this.sealedResponses = new SealedResponses(work, sealer, live, keys);
        this.writer = new ResponseWriter(work, sealer::note, QUEUE, WRITERS);
        this.campaigns = new Campaigns(work, live, ids);
        this.publicLinks = new PublicLinks(live, clock);
        this.responses = new Responses(work, live, writer, sealer::note, keys, ids, clock);
        jobs.handle(
                ImportRun.KIND,
                Permission.RESPONSE_IMPORT,
                new ImportRun(work, new ImportFiles(work), live, sealer::note, keys));
        jobs.handle(RetentionRun.KIND, Permission.DATA_GOVERN, new RetentionRun(work, live, sealer, keys, zones));
        this.retention = new Retention(work, jobs, zones, clock);
        this.holds = new Holds(work, ids);
        this.persons = new Persons(work, live, keys);
        this.consents = new Consents(work, live);
        this.personRights =
                new PersonRights(work, live, keys, new ResponseChecks(keys, ids, clock), sealer::note, sealer::seal);
        this.imports = new Imports(work, live, jobs, ids, zones, campaigns, publishing);
    }

    private static Caller product(WorkspaceId workspace) {
        return Caller.product("collection", workspace);
    }

    public Campaigns campaigns() {
        return campaigns;
    }

    public PublicLinks publicLinks() {
        return publicLinks;
    }

    public Responses responses() {
        return responses;
    }

    public Imports imports() {
        return imports;
    }

    public Persons persons() {
        return persons;
    }

    public PersonRights personRights() {
        return personRights;
    }

    public Consents consents() {
        return consents;
    }

    public Retention retention() {
        return retention;
    }

    public Holds holds() {
        return holds;
    }

    public SealedResponses sealedResponses() {
        return sealedResponses;
    }

    /** Stops taking responses and returns when those that wait are stored. */
    @Override
    public void close() {
        retention.close();
        writer.close();
        sealer.close();
    }
}
