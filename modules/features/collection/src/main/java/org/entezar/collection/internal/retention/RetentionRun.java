package org.entezar.collection.internal.retention;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.entezar.collection.CampaignId;
import org.entezar.collection.ImportId;
import org.entezar.collection.PersonalKeys;
import org.entezar.collection.ResponseId;
import org.entezar.collection.RetentionForecast;
import org.entezar.collection.internal.campaign.LiveCampaigns;
import org.entezar.collection.internal.response.PersonRows;
import org.entezar.collection.internal.response.ResponseTombstones;
import org.entezar.collection.internal.sealing.ResponseSealer;
import org.entezar.kernel.Permission;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Change;
import org.entezar.platform.jobs.JobHandler;
import org.entezar.platform.jobs.JobRun;
import org.entezar.platform.json.Json;
import org.entezar.platform.tenancy.Tx;
import org.entezar.platform.tenancy.Work;

/**
 * Carries a workspace's rules out, part by part: each part and its entry of history are one transaction, and holds are
 * looked at in each. After a crash what is left is simply still too old.
 */
public final class RetentionRun implements JobHandler {

    public static final String KIND = "retention";

    private static final int PART = 250;
    private static final String REASON = "retention";

    private final Work work;
    private final LiveCampaigns live;
    private final ResponseSealer sealer;
    private final PersonalKeys keys;
    private final Function<WorkspaceId, ZoneId> zones;

    public RetentionRun(
            Work work,
            LiveCampaigns live,
            ResponseSealer sealer,
            PersonalKeys keys,
            Function<WorkspaceId, ZoneId> zones) {
        this.work = work;
        this.live = live;
        this.sealer = sealer;
        this.keys = keys;
        this.zones = zones;
    }

    private record Plan(Ages ages, RetentionForecast forecast) {}

    @Override
    public JsonNode run(JobRun job) {
        // What is erased must have been sealed, or nothing would tell that it was ever there.
        sealer.seal(job.workspace());
        ZoneId zone = zones.apply(job.workspace());
        Plan plan = work.read(job.caller(), job.workspace(), Permission.DATA_GOVERN, tx -> {
            Ages ages = Ages.at(RetentionRows.rules(tx), tx.now(), zone);
            return new Plan(ages, ages.forecast(tx));
        });
        long total = plan.forecast().responses()
                + plan.forecast().words()
                + plan.forecast().files();
        AtomicLong done = new AtomicLong();
        long responses = 0;
        long words = 0;
        for (RetentionForecast.Part part : plan.forecast().campaigns()) {
            CampaignId campaign = part.campaign();
            responses += plan.ages()
                    .responses()
                    .map(before -> all(job, done, total, tx -> eraseResponses(tx, campaign, before)))
                    .orElse(0L);
            words += plan.ages()
                    .words()
                    .map(before -> all(job, done, total, tx -> eraseWords(tx, campaign, before)))
                    .orElse(0L);
        }
        long files = plan.ages()
                .files()
                .filter(before -> plan.forecast().files() > 0)
                .map(before -> all(job, done, total, tx -> eraseFiles(tx, before)))
                .orElse(0L);
        return Json.mapper()
                .createObjectNode()
                .put("responses", responses)
                .put("words", words)
                .put("files", files);
    }

    /** Steps until a step finds nothing more; how much that came to. */
    private static long all(JobRun job, AtomicLong done, long total, Function<Tx, Integer> part) {
        long sum = 0;
        int[] count = new int[1];
        do {
            job.step(Permission.DATA_GOVERN, tx -> {
                count[0] = part.apply(tx);
                long so = done.get() + count[0];
                return new JobRun.Progress(so, Math.max(total, so));
            });
            done.addAndGet(count[0]);
            sum += count[0];
        } while (count[0] > 0);
        return sum;
    }

    private static boolean isHeld(Tx tx, CampaignId campaign) {
        return Ages.isHeld(HoldRows.standing(tx), campaign);
    }

    private int eraseResponses(Tx tx, CampaignId campaign, Instant before) {
        List<ResponseId> due = isHeld(tx, campaign) ? List.of() : RetentionRows.responses(tx, campaign, before, PART);
        if (!due.isEmpty()) {
            ResponseTombstones.erase(tx, "campaign/" + campaign, due, Map.of("before", before), REASON);
        }
        return due.size();
    }

    private int eraseWords(Tx tx, CampaignId campaign, Instant before) {
        List<ResponseId> due = isHeld(tx, campaign) ? List.of() : RetentionRows.words(tx, campaign, before, PART);
        if (!due.isEmpty()) {
            PersonRows.destroy(tx, due, keys, id -> live.get(tx.workspace(), id).rules());
            tx.record(
                    Change.created("words.erased", "campaign/" + campaign, Map.of("before", before, "responses", due)),
                    REASON);
        }
        return due.size();
    }

    private static int eraseFiles(Tx tx, Instant before) {
        List<ImportId> due = RetentionRows.files(tx, before, Ages.held(tx, HoldRows.standing(tx)));
        Optional<ImportId> first = due.stream().findFirst();
        first.ifPresent(id -> {
            RetentionRows.eraseFile(tx, id);
            tx.record(Change.created("import.file-erased", "import/" + id, Map.of("before", before)), REASON);
        });
        return first.isPresent() ? 1 : 0;
    }
}
