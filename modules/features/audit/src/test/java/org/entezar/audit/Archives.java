package org.entezar.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.entezar.evidence.archive.Finding;
import org.entezar.evidence.archive.Trust;
import org.entezar.evidence.archive.Verdict;
import org.entezar.evidence.archive.Verification;
import org.entezar.platform.jobs.Job;
import org.entezar.platform.jobs.Jobs;

/** Exports archives through the face, as an auditor does, and verifies them. */
final class Archives {

    private Archives() {}

    /** An archive of that period, taken along into a file of its own. */
    static Path export(AuditFixture fixture, EvidencePeriod period) throws IOException, InterruptedException {
        return export(fixture, fixture.audit, period);
    }

    static Path export(AuditFixture fixture, Audit audit, EvidencePeriod period)
            throws IOException, InterruptedException {
        Job job = audit.exports().begin(fixture.auditor, fixture.workspace, period);
        CountDownLatch ended = new CountDownLatch(1);
        try (Jobs.Subscription following = fixture.jobs.follow(fixture.auditor, fixture.workspace, job.id(), now -> {
            if (now.state().isEnd()) {
                ended.countDown();
            }
        })) {
            if (!ended.await(60, TimeUnit.SECONDS)) {
                throw new AssertionError("The archive was not finished: " + following);
            }
        }
        EvidenceFile file = audit.exports().take(fixture.auditor, fixture.workspace, job.id());
        Path copy = Files.createTempFile(fixture.folder, "evidence-", ".zip");
        try (InputStream content = file.content().get()) {
            Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        return copy;
    }

    static List<Finding.Code> faults(Verdict verdict) {
        return verdict.findings().stream()
                .map(Finding::code)
                .filter(code -> !code.isNote())
                .distinct()
                .toList();
    }

    static Verdict verify(Path archive) {
        return Verification.verify(archive, Trust.NONE);
    }
}
