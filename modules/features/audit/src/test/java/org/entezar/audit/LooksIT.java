package org.entezar.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.sql.SQLException;
import java.util.Optional;
import org.entezar.collection.ExportFormat;
import org.entezar.collection.ResponseSelection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who read, exported or took personal data and evidence along is on record, the auditor's own looks included. */
class LooksIT {

    private AuditFixture fixture;

    @BeforeEach
    void start() {
        fixture = new AuditFixture();
        fixture.sealedAndSigned(3);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private long entries(String action, String actor) throws SQLException {
        return fixture.count("select count(*) from history_entry where action = '" + action + "' and actor = '" + actor
                + "' and workspace_id = '" + fixture.workspace + "'");
    }

    @Test
    void readsExportsAndLooksOfPersonalDataAreEntries() throws Exception {
        String owner = fixture.owner.subject();
        fixture.collection
                .responses()
                .list(fixture.owner, fixture.workspace, fixture.campaign.id(), Optional.empty(), 10);
        fixture.collection
                .responses()
                .list(fixture.owner, fixture.workspace, fixture.campaign.id(), Optional.empty(), 10);
        assertThat(entries("responses.read", owner)).as("once an hour").isEqualTo(1);
        for (ExportFormat format : ExportFormat.values()) {
            fixture.collection
                    .responses()
                    .export(
                            fixture.owner,
                            fixture.workspace,
                            fixture.campaign.id(),
                            ResponseSelection.ALL,
                            format,
                            OutputStream.nullOutputStream());
        }
        assertThat(entries("responses.exported", owner)).as("each time").isEqualTo(ExportFormat.values().length);
        fixture.collection.persons().find(fixture.owner, fixture.workspace, "guest-1");
        assertThat(entries("person.looked-up", owner)).isEqualTo(1);
        fixture.collection.personRights().file(fixture.owner, fixture.workspace, "guest-1");
        assertThat(entries("person.exported", owner)).isEqualTo(1);
    }

    @Test
    void anAuditorsOwnLooksAreEntries() throws Exception {
        String auditor = fixture.auditor.subject();
        fixture.audit.history().entries(fixture.auditor, fixture.workspace, HistoryFilter.ALL, Optional.empty(), 10);
        assertThat(entries("history.read", auditor)).isEqualTo(1);
        Archives.export(fixture, EvidencePeriod.ALL);
        assertThat(entries("evidence.requested", auditor)).isEqualTo(1);
        assertThat(entries("evidence.downloaded", auditor)).isEqualTo(1);
        fixture.collection
                .responses()
                .list(fixture.auditor, fixture.workspace, fixture.campaign.id(), Optional.empty(), 10);
        assertThat(entries("responses.read", auditor)).isEqualTo(1);
    }
}
