package org.entezar.console.home;

import java.util.Optional;
import org.entezar.kernel.Caller;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.jobs.Job;

/** The simulated year of a trade that can fill a workspace; each method checks the caller's permission. */
public interface SampleYear {

    /** Id of the plugin whose year would fill the workspace; empty when none that is on has one. */
    Optional<String> plugin(Caller caller, WorkspaceId workspace);

    /** Begins to fill; see the job for progress. */
    Job fill(Caller caller, WorkspaceId workspace);

    /** The latest filling. */
    Optional<Job> latest(Caller caller, WorkspaceId workspace);

    /** Takes all simulated campaigns out; returns how many responses went with them. */
    long takeOut(Caller caller, WorkspaceId workspace);
}
