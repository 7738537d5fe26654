package org.entezar.platform.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Permission;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.tenancy.Tx;

/** A job at work: what it is to do, and the steps by which it does so. */
public final class JobRun {

    private final Jobs jobs;
    private final WorkspaceId workspace;
    private final Job job;
    private final Caller caller;

    JobRun(Jobs jobs, WorkspaceId workspace, Job job) {
        this.jobs = jobs;
        this.workspace = workspace;
        this.job = job;
        this.caller = Caller.job(job.kind(), workspace);
    }

    public WorkspaceId workspace() {
        return workspace;
    }

    public JobId id() {
        return job.id();
    }

    public JsonNode input() {
        return job.input();
    }

    /** Units that were done and committed when this run began; more than 0 after a crash. */
    public long done() {
        return job.done();
    }

    /** The part of the product that does this kind of work, in this workspace. */
    public Caller caller() {
        return caller;
    }

    /**
     * How far a step came.
     *
     * @param done units done with this step
     * @param total units there are; 0 while nobody knows
     */
    public record Progress(long done, long total) {}

    /**
     * Does one step in a transaction that also notes the progress: either both are kept or neither.
     *
     * @throws JobInterrupted when the server is stopping; the job goes on from here at the next start
     */
    public void step(Permission permission, Function<Tx, Progress> body) {
        jobs.step(this, permission, body);
    }
}
