package org.entezar.audit;

import java.util.Optional;
import org.entezar.evidence.archive.Verdict;
import org.entezar.platform.jobs.Job;

/**
 * A check of the whole history, as far as it is.
 *
 * @param job how far it is, who asked for it and when
 * @param verdict what it came to; empty while it runs and when it failed
 */
public record HistoryCheck(Job job, Optional<Verdict> verdict) {}
