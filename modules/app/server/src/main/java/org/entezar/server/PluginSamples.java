package org.entezar.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.entezar.console.home.SampleYear;
import org.entezar.demo.SampleData;
import org.entezar.kernel.Caller;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.jobs.Job;

/** Lends the console the simulated year of a workspace's plugin. */
@ApplicationScoped
public class PluginSamples implements SampleYear {

    @Inject
    Wiring wiring;

    private SampleData data() {
        return wiring.composition().sampleData();
    }

    @Override
    public Optional<String> plugin(Caller caller, WorkspaceId workspace) {
        return data().plugin(caller, workspace);
    }

    @Override
    public Job fill(Caller caller, WorkspaceId workspace) {
        return data().fill(caller, workspace);
    }

    @Override
    public Optional<Job> latest(Caller caller, WorkspaceId workspace) {
        return data().latest(caller, workspace);
    }

    @Override
    public long takeOut(Caller caller, WorkspaceId workspace) {
        return data().takeOut(caller, workspace);
    }
}
