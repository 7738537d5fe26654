package org.entezar.console.verification;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.entezar.audit.AnchorState;
import org.entezar.audit.CheckpointPage;
import org.entezar.audit.Checkpoints;
import org.entezar.audit.EvidenceExports;
import org.entezar.audit.History;
import org.entezar.audit.HistoryCheck;
import org.entezar.audit.HistoryChecks;
import org.entezar.audit.HistoryOverview;
import org.entezar.console.Format;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.evidence.Checkpoint;
import org.entezar.evidence.archive.Finding;
import org.entezar.evidence.archive.Verdict;
import org.entezar.kernel.Language;
import org.entezar.platform.jobs.Job;
import org.entezar.platform.jobs.JobState;
import org.jspecify.annotations.Nullable;

/** How far a history is signed, checked and handed outside. In views: {@code verification}. */
@Named("verification")
@RequestScoped
public class VerificationView {

    private static final int PAGE = 15;
    private static final int EXPORTS = 10;
    private static final int SHORT = 12;
    private static final int FAULTS = 20;

    @Inject
    History history;

    @Inject
    Checkpoints checkpoints;

    @Inject
    HistoryChecks checks;

    @Inject
    EvidenceExports exports;

    @Inject
    VerifierFile verifier;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    @Inject
    Text text;

    @Inject
    Format format;

    @Inject
    HttpServletRequest request;

    private @Nullable HistoryOverview overview;
    private @Nullable CheckpointPage page;
    private @Nullable List<AnchorState> anchors;
    private @Nullable Optional<HistoryCheck> check;
    private @Nullable List<Key> keys;
    private @Nullable List<Job> archives;

    /**
     * A line of the list of checkpoints.
     *
     * @param size entries that it signs
     * @param root of the tree over them
     * @param key id of the key that signed
     * @param anchors where it was handed to, one for each place outside
     */
    public record Line(long size, Instant at, String root, String key, List<Anchor> anchors) {
        public String getShortRoot() {
            return root.substring(0, SHORT);
        }

        public String getShortKey() {
            return key.substring(0, SHORT);
        }
    }

    /** Whether a checkpoint is at a place outside. */
    public record Anchor(String kind, String label) {}

    /**
     * A signing key.
     *
     * @param fingerprint its id in groups, for comparing by eye
     * @param handedOn whether the key before handed custody to it; the first has none before it
     * @param first whether it is the first
     */
    public record Key(String id, String fingerprint, Instant at, boolean current, boolean first, boolean handedOn) {}

    /** A fault that a check found, and where the entry is that it names; empty when it names none. */
    public record Fault(String words, String address) {}

    public HistoryOverview getOverview() {
        if (overview == null) {
            overview = history.overview(visitor.getCaller(), place.getWorkspaceId());
        }
        return overview;
    }

    /** Entries that no checkpoint covers yet. */
    public long getUnsigned() {
        return getOverview().entries()
                - getOverview()
                        .checkpoint()
                        .map(signed -> signed.checkpoint().size())
                        .orElse(0L);
    }

    private CheckpointPage page() {
        if (page == null) {
            Optional<Long> before = Optional.ofNullable(request.getParameter("before"))
                    .filter(value -> value.matches("\\d{1,18}"))
                    .map(Long::valueOf);
            page = checkpoints.list(visitor.getCaller(), place.getWorkspaceId(), before, PAGE);
        }
        return page;
    }

    public List<Line> getCheckpoints() {
        return page().checkpoints().stream()
                .map(signed -> line(signed.checkpoint()))
                .toList();
    }

    private Line line(Checkpoint state) {
        return new Line(state.size(), state.at(), state.root().hex(), state.key(), anchors(state.size()));
    }

    private List<Anchor> anchors(long size) {
        return getAnchors().stream()
                .map(anchor -> new Anchor(
                        anchor.size() >= size ? "good" : anchor.failures() > 0 ? "bad" : "warn", words(anchor, size)))
                .toList();
    }

    /** Where it went, and for a mail to whom. */
    private String words(AnchorState anchor, long size) {
        String[] target = anchor.target().split(":", 2);
        return text.of(
                "verification.anchor." + target[0] + "." + (anchor.size() >= size ? "there" : "waiting"),
                target.length == 1 ? "" : target[1]);
    }

    /** Where older checkpoints are; empty on the last page. */
    public String getOlder() {
        return page().next()
                .map(size -> place.to(VerificationPages.HERE) + "?before=" + size + "#checkpoints")
                .orElse("");
    }

    /** Whether this is not the page of the newest. */
    public boolean isTurned() {
        return request.getParameter("before") != null;
    }

    /** Places outside that checkpoints are handed to. */
    public List<AnchorState> getAnchors() {
        if (anchors == null) {
            anchors = checkpoints.anchors(visitor.getCaller(), place.getWorkspaceId());
        }
        return anchors;
    }

    public List<Key> getKeys() {
        if (keys == null) {
            List<Key> found = new ArrayList<>();
            Optional<org.entezar.evidence.KeyStatement> before = Optional.empty();
            for (var statement : checkpoints.keys(visitor.getCaller(), place.getWorkspaceId())) {
                found.add(new Key(
                        statement.key().id(),
                        fingerprint(statement.key().id()),
                        statement.at(),
                        false,
                        before.isEmpty(),
                        statement.follows(before)));
                before = Optional.of(statement);
            }
            if (!found.isEmpty()) {
                Key last = found.remove(found.size() - 1);
                found.add(new Key(last.id(), last.fingerprint(), last.at(), true, last.first(), last.handedOn()));
            }
            Collections.reverse(found);
            keys = List.copyOf(found);
        }
        return keys;
    }

    /** In groups of four, so that two can be compared by eye or read out. */
    private static String fingerprint(String id) {
        return id.replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** The key that signs now; null before the first checkpoint. */
    public @Nullable Key getKey() {
        return getKeys().isEmpty() ? null : getKeys().get(0);
    }

    private Optional<HistoryCheck> check() {
        if (check == null) {
            check = checks.latest(visitor.getCaller(), place.getWorkspaceId());
        }
        return check;
    }

    /** The job of the latest check; null when there never was one. */
    public @Nullable Job getCheck() {
        return check().map(HistoryCheck::job).orElse(null);
    }

    public boolean isChecking() {
        return check().filter(one -> !one.job().state().isEnd()).isPresent();
    }

    /** Whether the latest check could not be carried out. */
    public boolean isCheckFailed() {
        return check().filter(one -> one.job().state() == JobState.FAILED).isPresent();
    }

    private Optional<Verdict> verdict() {
        return check().flatMap(HistoryCheck::verdict);
    }

    public boolean isHeld() {
        return verdict().filter(Verdict::holds).isPresent();
    }

    public boolean isBroken() {
        return verdict().filter(found -> !found.holds()).isPresent();
    }

    /** What the latest check came to, in one sentence. */
    public String getVerdict() {
        return verdict()
                .map(found -> found.holds()
                        ? text.of("verification.check.holds", found.last(), found.responses(), found.checkpoints())
                        : text.of("verification.check.broken", found.faults()))
                .orElse("");
    }

    /** The first faults, in words. */
    public List<Fault> getFaults() {
        return verdict().map(Verdict::findings).orElse(List.of()).stream()
                .limit(FAULTS)
                .map(finding -> new Fault(finding.text(visitor.getLanguage().locale()), address(finding)))
                .toList();
    }

    private String address(Finding finding) {
        String code = finding.code().name();
        int place = code.startsWith("ENTRY_") ? 0 : code.startsWith("RESPONSE_") ? 1 : -1;
        if (place < 0 || finding.arguments().size() <= place) {
            return "";
        }
        String sequence = String.valueOf(finding.arguments().get(place));
        return sequence.matches("[1-9]\\d{0,17}") ? this.place.to("history/entries", sequence) : "";
    }

    /** The latest archives, the newest first; none for who may not read the responses in them. */
    public List<Job> getArchives() {
        if (archives == null) {
            archives = !visitor.may("RESPONSE_READ")
                    ? List.of()
                    : exports.list(visitor.getCaller(), place.getWorkspaceId()).stream()
                            .limit(EXPORTS)
                            .toList();
        }
        return archives;
    }

    /** The period that an archive was asked for, in words. */
    public String period(Job job) {
        String from = job.input().path("from").asText();
        String to = job.input().path("to").asText();
        if (from.isEmpty() && to.isEmpty()) {
            return text.get("insight.period.all");
        }
        return text.of(
                "insight.period.between",
                from.isEmpty() ? "…" : format.date(Instant.parse(from)),
                to.isEmpty() ? "…" : format.date(Instant.parse(to).minusMillis(1)));
    }

    /** How far a job is, in words. */
    public String progress(Job job) {
        return progress(text, job);
    }

    static String progress(Text text, Job job) {
        return job.total() == 0
                ? text.get("verification.beginning")
                : text.of("verification.progress", job.done(), job.total());
    }

    public boolean isDone(Job job) {
        return job.state() == JobState.DONE;
    }

    public boolean isFailed(Job job) {
        return job.state() == JobState.FAILED;
    }

    /** SHA-256 of a finished archive. */
    public String sha256(Job job) {
        return job.result().map(result -> result.path("sha256").asText()).orElse("");
    }

    /** The size of a finished archive, in kilobytes. */
    public double kilobytes(Job job) {
        return job.result()
                .map(result -> result.path("bytes").asDouble() / 1000)
                .orElse(0.0);
    }

    /** Whether something is at work that the page should look after again. */
    public boolean isWorking() {
        return isChecking()
                || getArchives().stream().anyMatch(job -> !job.state().isEnd());
    }

    /** SHA-256 of the offline verifier; empty when this installation has none to hand out. */
    public String getVerifierHash() {
        return verifier.sha256();
    }

    /** The name of the file that the present key is downloaded as. */
    public String getKeyFile() {
        Key key = getKey();
        return key == null ? "key.pem" : "key-" + key.id().substring(0, SHORT) + ".pem";
    }

    /** What is typed to verify an archive. */
    public String getArchiveCommand() {
        String name = getArchives().stream()
                .filter(this::isDone)
                .findFirst()
                .map(job -> "evidence-" + job.id() + ".zip")
                .orElse("evidence.zip");
        return "java -jar entezar-verify.jar " + name + " --key " + getKeyFile() + spoken();
    }

    /** What is typed to verify a single proof. */
    public String getProofCommand() {
        return "java -jar entezar-verify.jar proof-17.json --key " + getKeyFile() + spoken();
    }

    /** What is typed to hold a checkpoint of one's own against an archive. */
    public String getCheckpointCommand() {
        String kept = getOverview()
                .checkpoint()
                .map(signed -> "checkpoint-" + signed.checkpoint().size() + ".jsonl")
                .orElse("checkpoint.jsonl");
        return "java -jar entezar-verify.jar evidence.zip --checkpoint " + kept + spoken();
    }

    private String spoken() {
        return visitor.getLanguage() == Language.ENGLISH ? "" : " --language " + visitor.getTag();
    }
}
