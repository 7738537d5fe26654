package org.entezar.architecture.sample.habits;

import java.time.Instant;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Permission;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.database.Database;
import org.entezar.platform.tenancy.Work;

/** Breaks the rules on purpose. */
public class BadHabits {

    public Instant readsTheWall() {
        return Instant.now();
    }

    public String readsTheEnvironment() {
        return String.valueOf(System.getenv("HOME"));
    }

    public int leavesTheWorkspace(Work work) {
        return work.global(handle -> handle.execute("delete from evidence_key"));
    }

    public Object opensTheDatabase(Database database) {
        return database.connection();
    }

    public int addsUnseen(Work work, Caller caller, WorkspaceId workspace) {
        return work.append(caller, workspace, Permission.WORKSPACE_CONFIGURE, tx -> 1);
    }
}
