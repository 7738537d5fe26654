package org.entezar.audit.internal.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.entezar.audit.internal.keys.KeyCustody;
import org.entezar.collection.SealedResponses;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Permission;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.tenancy.Work;

/** Archives what stands in the tables now, without sealing or signing anything first. */
public final class Snapshot {

    private static final Steps UNTOLD = new Steps() {
        @Override
        public void expect(long units) {}

        @Override
        public void advance(long units) {}
    };

    private Snapshot() {}

    public static void write(
            Work work, WorkspaceId workspace, SealedResponses responses, Path secrets, OutputStream output) {
        Caller caller = Caller.product("test", workspace);
        KeyCustody custody = new KeyCustody(secrets, work, Clock.systemUTC());
        custody.current();
        work.read(caller, workspace, Permission.HISTORY_READ, tx -> {
            try {
                new ArchiveContent(tx, responses, custody, Clock.systemUTC().instant())
                        .write(caller, Optional.empty(), Optional.empty(), output, UNTOLD);
                return output;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }
}
