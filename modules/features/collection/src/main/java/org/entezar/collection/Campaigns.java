package org.entezar.collection;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entezar.collection.internal.campaign.CampaignRow;
import org.entezar.collection.internal.campaign.CampaignRow.Status;
import org.entezar.collection.internal.campaign.CampaignStore;
import org.entezar.collection.internal.campaign.FieldingRows;
import org.entezar.collection.internal.campaign.LiveCampaigns;
import org.entezar.collection.internal.campaign.Tokens;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Uuids;
import org.entezar.kernel.Violation;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Change;
import org.entezar.platform.tenancy.Quota;
import org.entezar.platform.tenancy.Work;

/** The campaigns of a workspace: made of a published version, paused, extended, closed. */
public final class Campaigns {

    private static final int LONGEST_NAME = 200;

    private final Work work;
    private final LiveCampaigns live;
    private final Uuids ids;
    private final Tokens tokens = new Tokens();

    Campaigns(Work work, LiveCampaigns live, Uuids ids) {
        this.work = work;
        this.live = live;
        this.ids = ids;
    }

    /**
     * Makes a campaign with a public link of its own. Needs {@link Permission#CAMPAIGN_RUN}.
     *
     * @throws Problem {@link ErrorCode#INVALID} with {@code /version} when the version is not published, {@code /name},
     *     {@code /closesAt}; {@link ErrorCode#QUOTA_CAMPAIGNS}
     */
    public Campaign create(Caller caller, WorkspaceId workspace, NewCampaign wanted) {
        caller.require(workspace, Permission.CAMPAIGN_RUN);
        List<Violation> faults = new ArrayList<>();
        checkName(wanted.name(), faults);
        checkTimes(wanted.opensAt(), wanted.closesAt(), faults);
        try {
            live.rules(workspace, wanted.questionnaire(), wanted.version());
        } catch (Problem problem) {
            if (problem.code() != ErrorCode.NOT_FOUND) {
                throw problem;
            }
            faults.add(
                    Violation.at("/version", ErrorCode.UNKNOWN_KEY, wanted.questionnaire() + " " + wanted.version()));
        }
        Problem.throwIfAny(faults);
        return work.change(caller, workspace, Permission.CAMPAIGN_RUN, tx -> {
            work.requireRoom(workspace, Quota.CAMPAIGNS, CampaignStore.count(tx));
            CampaignRow row = new CampaignRow(
                    new CampaignId(ids.next()),
                    wanted.questionnaire(),
                    wanted.version(),
                    wanted.name(),
                    wanted.channels(),
                    wanted.opensAt(),
                    wanted.closesAt(),
                    Status.RUNNING,
                    tokens.next(),
                    wanted.simulated(),
                    tx.now());
            CampaignStore.insert(tx, row);
            tx.record(Change.created("campaign.created", subject(row.id()), written(row)));
            return row.at(tx.now(), 0);
        });
    }

    /** All campaigns that the caller may see, the newest first. Needs {@link Permission#CAMPAIGN_READ}. */
    public List<Campaign> list(Caller caller, WorkspaceId workspace) {
        return work.readOfSome(caller, workspace, Permission.CAMPAIGN_READ, tx -> {
            Map<CampaignId, Long> responses = CampaignStore.responses(tx);
            return CampaignStore.seen(tx, Permission.CAMPAIGN_READ).stream()
                    .map(row -> row.at(tx.now(), responses.getOrDefault(row.id(), 0L)))
                    .toList();
        });
    }

    /**
     * How many responses of all campaigns that the caller may see count and were submitted in a period. Needs
     * {@link Permission#CAMPAIGN_READ}.
     *
     * @param from the first moment
     * @param to the moment after the last
     */
    public long responses(Caller caller, WorkspaceId workspace, Instant from, Instant to) {
        return work.readOfSome(
                caller,
                workspace,
                Permission.CAMPAIGN_READ,
                tx -> caller.may(workspace, Permission.CAMPAIGN_READ)
                        ? CampaignStore.responses(tx, from, to)
                        : CampaignStore.responses(tx, from, to, CampaignStore.seen(tx, Permission.CAMPAIGN_READ)));
    }

    /**
     * One campaign. Needs {@link Permission#CAMPAIGN_READ}.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND} when the workspace has none with that id
     */
    public Campaign get(Caller caller, WorkspaceId workspace, CampaignId id) {
        return work.read(caller, workspace, Permission.CAMPAIGN_READ, id, tx -> CampaignStore.find(tx, id)
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND))
                .at(tx.now(), CampaignStore.responses(tx, id)));
    }

    /**
     * How a campaign goes. Needs {@link Permission#CAMPAIGN_READ}; nothing of it tells what anybody answered.
     *
     * @param days how many days are counted one by one, today the last of them
     * @param zone whose days they are
     * @throws Problem {@link ErrorCode#NOT_FOUND} when the workspace has none with that id
     */
    public Fielding fielding(Caller caller, WorkspaceId workspace, CampaignId id, int days, ZoneId zone) {
        return work.read(caller, workspace, Permission.CAMPAIGN_READ, id, tx -> {
            CampaignStore.require(tx, id);
            return FieldingRows.of(tx, id, CampaignStore.responses(tx, id), days, zone);
        });
    }

    /**
     * What a campaign asks, without counting what was answered. Needs {@link Permission#INSIGHT_READ}.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND} when the workspace has none with that id
     */
    public FieldedVersion fielded(Caller caller, WorkspaceId workspace, CampaignId id) {
        return work.read(caller, workspace, Permission.INSIGHT_READ, id, tx -> CampaignStore.find(tx, id)
                .map(row -> new FieldedVersion(row.questionnaire(), row.version(), row.simulated()))
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND)));
    }

    /**
     * Changes name, times or whether answers are taken. Needs {@link Permission#CAMPAIGN_RUN}. What a person closed for
     * good stays closed; what ended by its time goes on when the time is moved.
     *
     * @throws Problem {@link ErrorCode#STATE} when the step is not possible now
     */
    public Campaign change(Caller caller, WorkspaceId workspace, CampaignId id, CampaignChange change) {
        Campaign changed = work.change(caller, workspace, Permission.CAMPAIGN_RUN, tx -> {
            CampaignRow before = CampaignStore.lock(tx, id).orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND));
            CampaignRow after = applied(before, change, tx.now());
            CampaignStore.update(tx, after);
            tx.record(Change.changed(action(change), subject(id), written(before), written(after)));
            return after.at(tx.now(), CampaignStore.responses(tx, id));
        });
        live.forget(workspace, id);
        return changed;
    }

    /**
     * Takes a simulated campaign out: it is closed and listed no more, and its responses count nowhere from now on. As
     * with every response, what was stored stays for history. Needs {@link Permission#CAMPAIGN_RUN}.
     *
     * @return how many responses were withdrawn
     * @throws Problem {@link ErrorCode#NOT_FOUND}, {@link ErrorCode#STATE} when people answered it, not a simulator
     */
    public long withdraw(Caller caller, WorkspaceId workspace, CampaignId id) {
        long withdrawn = work.change(caller, workspace, Permission.CAMPAIGN_RUN, tx -> {
            CampaignRow before = CampaignStore.lock(tx, id).orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND));
            if (!before.simulated() || before.status() == Status.WITHDRAWN) {
                throw new Problem(ErrorCode.STATE, before.state(tx.now()).name());
            }
            CampaignRow after = before.with(before.name(), before.opensAt(), before.closesAt(), Status.WITHDRAWN);
            CampaignStore.update(tx, after);
            long count = CampaignStore.withdrawResponses(tx, id);
            Map<String, Object> told = written(after);
            told.put("withdrawn", count);
            tx.record(Change.changed("campaign.withdrawn", subject(id), written(before), told));
            return count;
        });
        live.forget(workspace, id);
        return withdrawn;
    }

    private static CampaignRow applied(CampaignRow before, CampaignChange change, Instant now) {
        List<Violation> faults = new ArrayList<>();
        change.name().ifPresent(name -> checkName(name, faults));
        Optional<Instant> opensAt = change.opensAt().or(before::opensAt);
        Optional<Instant> closesAt = change.closesAt().or(before::closesAt);
        checkTimes(opensAt, closesAt, faults);
        Problem.throwIfAny(faults);
        Status status = change.step().map(step -> stepped(before, step, now)).orElse(before.status());
        return before.with(change.name().orElse(before.name()), opensAt, closesAt, status);
    }

    private static Status stepped(CampaignRow before, CampaignChange.Step step, Instant now) {
        boolean possible =
                switch (step) {
                    case PAUSE -> before.status() == Status.RUNNING && before.state(now) != CampaignState.CLOSED;
                    case RESUME -> before.status() == Status.PAUSED;
                    case CLOSE -> before.status() != Status.CLOSED && before.status() != Status.WITHDRAWN;
                };
        if (!possible) {
            throw new Problem(ErrorCode.STATE, before.state(now).name());
        }
        return switch (step) {
            case PAUSE -> Status.PAUSED;
            case RESUME -> Status.RUNNING;
            case CLOSE -> Status.CLOSED;
        };
    }

    private static void checkName(LocalizedText name, List<Violation> faults) {
        if (name.isEmpty()) {
            faults.add(Violation.at("/name", ErrorCode.REQUIRED));
        }
        name.texts().forEach((tag, text) -> {
            if (text.length() > LONGEST_NAME) {
                faults.add(Violation.at("/name/" + tag, ErrorCode.TOO_LONG, LONGEST_NAME));
            }
        });
    }

    private static void checkTimes(Optional<Instant> opensAt, Optional<Instant> closesAt, List<Violation> faults) {
        if (opensAt.isPresent() && closesAt.isPresent() && !opensAt.get().isBefore(closesAt.get())) {
            faults.add(Violation.at(
                    "/closesAt", ErrorCode.OUT_OF_RANGE, opensAt.get().toString(), "…"));
        }
    }

    private static String action(CampaignChange change) {
        return change.step()
                .map(step -> switch (step) {
                    case PAUSE -> "campaign.paused";
                    case RESUME -> "campaign.resumed";
                    case CLOSE -> "campaign.closed";
                })
                .orElse("campaign.changed");
    }

    static String subject(CampaignId id) {
        return "campaign/" + id;
    }

    /** What history keeps: all but the token, which opens a door. */
    private static Map<String, Object> written(CampaignRow row) {
        Map<String, Object> kept = new java.util.TreeMap<>();
        kept.put("questionnaire", row.questionnaire());
        kept.put("version", row.version());
        kept.put("name", row.name());
        kept.put("channels", row.channels().stream().map(Channel::key).sorted().toList());
        row.opensAt().ifPresent(at -> kept.put("opensAt", at.toString()));
        row.closesAt().ifPresent(at -> kept.put("closesAt", at.toString()));
        kept.put("status", row.status().name());
        kept.put("simulated", row.simulated());
        return kept;
    }
}
