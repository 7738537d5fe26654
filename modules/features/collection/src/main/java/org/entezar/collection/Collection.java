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
import org.entezar.collection.internal.response.Room;
import org.entezar.collection.internal.retention.RetentionRun;
import org.entezar.collection.internal.sealing.ResponseSealer;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Uuids;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.jobs.Jobs;
import org.entezar.platform.tenancy.Work;
import org.entezar.questionnaire.Questionnaires;
import org.entezar.workspace.MemberInvitations;
import org.entezar.workspace.Members;
import org.entezar.workspace.Sharing;
import org.entezar.workspace.Turnstile;
import org.entezar.workspace.Workspaces;

/** The faces of this feature, built together because they share what is kept in memory and the writer. */
public final class Collection implements AutoCloseable {

    /** Most responses that wait for their commit; at that length a new one would wait for about a second. */
    private static final int QUEUE = 8_192;

    /** Groups committed at the same time: while one waits for the disk, the next is filled. */
    private static final int WRITERS = 2;

    /** How long a response waits at most, about, before it is sealed. */
    private static final Duration SEALING = Duration.ofSeconds(3);

    /** How long a count of visits waits at most before it is written. */
    private static final Duration COUNTING = Duration.ofSeconds(3);

    private final ResponseSealer sealer;
    private final SealedResponses sealedResponses;
    private final ResponseWriter writer;
    private final Campaigns campaigns;
    private final PublicLinks publicLinks;
    private final Responses responses;
    private final ResponseLists responseLists;
    private final Visits visits;
    private final Imports imports;
    private final Persons persons;
    private final PersonRights personRights;
    private final Consents consents;
    private final Retention retention;
    private final Holds holds;
    private final Work work;
    private final Room room;

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
        this.work = work;
        this.room = new Room(work, clock);
        LiveCampaigns live = new LiveCampaigns(work, documents);
        this.sealer = new ResponseSealer(work, SEALING);
        this.sealedResponses = new SealedResponses(work, sealer, live, keys);
        this.writer = new ResponseWriter(work, sealer::note, QUEUE, WRITERS);
        this.campaigns = new Campaigns(work, live, ids);
        this.publicLinks = new PublicLinks(live, clock);
        this.responses = new Responses(work, live, writer, sealer::note, keys, ids, room, clock);
        this.responseLists = new ResponseLists(work, live, keys);
        this.visits = new Visits(work, COUNTING);
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
        this.imports = new Imports(work, live, jobs, ids, zones, campaigns, publishing, room);
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

    public ResponseLists responseLists() {
        return responseLists;
    }

    public Visits visits() {
        return visits;
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

    /** Who sees only the campaigns that are shared with them. */
    public CampaignSharing sharing(Sharing sharing) {
        return new CampaignSharing(work, sharing);
    }

    /** What workspaces use, counted together with what is known of their people. */
    public Usages usages(Members members, MemberInvitations invitations, Turnstile turnstile) {
        return new Usages(work, room, members, invitations, turnstile);
    }

    public SealedResponses sealedResponses() {
        return sealedResponses;
    }

    /** Stops taking responses and returns when those that wait are stored. */
    @Override
    public void close() {
        retention.close();
        visits.close();
        writer.close();
        sealer.close();
    }
}
