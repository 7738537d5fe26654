package org.entezar.platform.jobs;

/** Ends a run because the server is stopping. Not a failure: the job goes on at the next start. */
public final class JobInterrupted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JobInterrupted() {
        super("The server is stopping", null, false, false);
    }
}
