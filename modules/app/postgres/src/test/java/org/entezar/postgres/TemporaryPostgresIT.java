package org.entezar.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import org.junit.jupiter.api.Test;

class TemporaryPostgresIT {
    @Test
    void givesEachCallerADatabaseOfItsOwnOnOneServer() throws Exception {
        TemporaryPostgres postgres = TemporaryPostgres.shared();
        String first = postgres.createDatabase("one");
        String second = postgres.createDatabase("one");

        assertThat(TemporaryPostgres.shared()).isSameAs(postgres);
        assertThat(first).isNotEqualTo(second);
        try (Connection connection = postgres.connect(second);
                ResultSet rows = connection.createStatement().executeQuery("select current_database()")) {
            rows.next();
            assertThat(second).endsWith("/" + rows.getString(1));
        }
    }
}
