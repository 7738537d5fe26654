package org.entezar.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entezar.fixtures.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every table stands behind the second wall or on the short list of global ones, and the schema keeps to the rules that
 * let it be distributed by workspace. Each rule is tried on a table that breaks it.
 */
class SchemaGuardIT {

    /** Tables that belong to no workspace. Adding one is a decision, not a slip. */
    private static final Set<String> GLOBAL = Set.of(
            "databasechangelog",
            "databasechangeloglock",
            "workspace_directory",
            "public_link",
            "evidence_key",
            "workspace_deletion",
            "operator_access",
            "withdrawal");

    private static TestDatabase database;

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void theSchemaKeepsTheRules() throws SQLException {
        try (Connection connection = database.asSuperuser()) {
            assertThat(rows(
                            connection,
                            "select relname from pg_class where relnamespace = 'entezar'::regnamespace"
                                    + " and relkind in ('r','p')"))
                    .hasSizeGreaterThan(8);
            assertThat(faults(connection)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "create table entezar.bad (id uuid primary key) | no workspace_id",
                "create table entezar.bad (workspace_id uuid not null, id uuid not null, primary key (workspace_id,"
                        + " id)) | row-level security is not forced",
                "create table entezar.bad (id uuid not null, workspace_id uuid not null, primary key (id,"
                        + " workspace_id)) | does not begin with workspace_id",
                "create table entezar.bad (workspace_id uuid not null, id uuid not null, name text unique, primary key"
                        + " (workspace_id, id)) | does not begin with workspace_id",
                "create table entezar.bad (workspace_id uuid not null, id uuid not null, at timestamptz default now(),"
                        + " primary key (workspace_id, id)) | has a default that is not constant",
                "create table entezar.bad (workspace_id uuid, id uuid not null) | may be null",
                "create table entezar.bad (workspace_id uuid not null, id uuid not null, primary key (workspace_id,"
                        + " id)); alter table entezar.bad enable row level security; alter table entezar.bad force row"
                        + " level security; create policy p on entezar.bad using (true) | has no policy on the workspace"
            })
    void aTableThatBreaksARuleIsCaught(String sql, String fault) throws SQLException {
        try (Connection connection = database.asSuperuser();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            assertThat(faults(connection)).anyMatch(found -> found.startsWith("bad") && found.contains(fault));
            connection.rollback();
        }
    }

    @Test
    void aTriggerAndALargeGrantAreCaught() throws SQLException {
        try (Connection connection = database.asSuperuser();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    "create function entezar.f() returns trigger language plpgsql as 'begin return new; end'");
            statement.execute("create trigger t before insert on entezar.history_entry for each row execute function"
                    + " entezar.f()");
            statement.execute("grant truncate on entezar.history_entry to entezar_server");
            assertThat(faults(connection))
                    .anyMatch(found -> found.contains("history_entry has a trigger"))
                    .anyMatch(found -> found.contains("history_entry grants TRUNCATE"));
            connection.rollback();
        }
    }

    /** What is evidence is read and added to; whoever runs the server, it changes and removes none of it. */
    @ParameterizedTest
    @ValueSource(strings = {"history_entry", "history_checkpoint", "history_part", "response_batch", "evidence_key"})
    void theServerReadsAndAddsEvidenceAndNothingElse(String table) throws SQLException {
        try (Connection connection = database.asSuperuser()) {
            assertThat(rows(
                            connection,
                            "select privilege_type from (select privilege_type from information_schema.table_privileges"
                                    + " where grantee = 'entezar_server' and table_name = '" + table + "' union select"
                                    + " privilege_type from information_schema.column_privileges where grantee ="
                                    + " 'entezar_server' and table_name = '" + table + "') granted"))
                    .containsExactlyInAnyOrder("SELECT", "INSERT");
            for (String deed : List.of(
                    "update entezar.%s set %s = %s",
                    "delete from entezar.%s",
                    "truncate entezar.%s",
                    "drop table entezar.%s",
                    "alter table entezar.%s disable row level security",
                    "create trigger t before insert on entezar.%s for each row execute function"
                            + " suppress_redundant_updates_trigger()")) {
                String column = table.equals("evidence_key") ? "id" : "workspace_id";
                connection.setAutoCommit(false);
                try (Statement statement = connection.createStatement()) {
                    statement.execute("set local role entezar_server");
                    String sql = deed.formatted(table, column, column);
                    assertThatThrownBy(() -> statement.execute(sql))
                            .as(sql)
                            .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                                    .isEqualTo("42501"));
                } finally {
                    connection.rollback();
                }
            }
        }
    }

    private static List<String> faults(Connection connection) throws SQLException {
        String tenant = "select c.oid, c.relname from pg_class c where c.relnamespace = 'entezar'::regnamespace"
                + " and c.relkind in ('r', 'p') and c.relname not in (" + quoted(GLOBAL) + ")";
        List<String> faults = new ArrayList<>();
        faults.addAll(rows(
                connection,
                "select t.relname || ' has no workspace_id' from (" + tenant + ") t where not exists (select 1 from"
                        + " pg_attribute a where a.attrelid = t.oid and a.attname = 'workspace_id')"));
        faults.addAll(rows(
                connection,
                "select t.relname || '.workspace_id may be null' from (" + tenant + ") t join pg_attribute a on"
                        + " a.attrelid = t.oid and a.attname = 'workspace_id' and not a.attnotnull"));
        faults.addAll(rows(
                connection,
                "select t.relname || ': row-level security is not forced' from (" + tenant + ") t join pg_class c on"
                        + " c.oid = t.oid where not (c.relrowsecurity and c.relforcerowsecurity)"));
        faults.addAll(rows(
                connection,
                "select t.relname || ' has no policy on the workspace' from (" + tenant + ") t where not exists ("
                        + "select 1 from pg_policy p where p.polrelid = t.oid and p.polcmd = '*'"
                        + " and pg_get_expr(p.polqual, p.polrelid) like '%workspace_id = %app.workspace_id%'"
                        + " and pg_get_expr(p.polwithcheck, p.polrelid) like '%workspace_id = %app.workspace_id%')"));
        faults.addAll(rows(
                connection,
                "select t.relname || ': ' || i.indexrelid::regclass || ' does not begin with workspace_id' from ("
                        + tenant + ") t join pg_index i on i.indrelid = t.oid and i.indisunique join pg_attribute a on"
                        + " a.attrelid = t.oid and a.attnum = i.indkey[0] where a.attname <> 'workspace_id'"));
        faults.addAll(rows(
                connection,
                "select t.relname || ': ' || k.conname || ' does not begin with workspace_id' from (" + tenant
                        + ") t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f' join pg_attribute a on"
                        + " a.attrelid = t.oid and a.attnum = k.conkey[1] where a.attname <> 'workspace_id'"));
        faults.addAll(rows(
                connection,
                "select t.relname || ': ' || k.conname || ' sets null' from (" + tenant
                        + ") t join pg_constraint k on k.conrelid = t.oid and k.confdeltype in ('n', 'd')"));
        faults.addAll(rows(
                connection,
                "select t.relname || ' has a trigger' from (" + tenant
                        + ") t join pg_trigger g on g.tgrelid = t.oid and not g.tgisinternal"));
        faults.addAll(rows(
                connection,
                "select t.relname || '.' || a.attname || ' has a default that is not constant' from (" + tenant
                        + ") t join pg_attrdef d on d.adrelid = t.oid join pg_attribute a on a.attrelid = t.oid and"
                        + " a.attnum = d.adnum where pg_get_expr(d.adbin, d.adrelid) like '%(%'"));
        faults.addAll(rows(
                connection,
                "select g.table_name || ' grants ' || g.privilege_type || ' to the server' from"
                        + " information_schema.role_table_grants g where g.table_schema = 'entezar' and g.grantee ="
                        + " 'entezar_server' and g.privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')"));
        return faults;
    }

    private static String quoted(Set<String> names) {
        return String.join(", ", names.stream().map(name -> "'" + name + "'").toList());
    }

    private static List<String> rows(Connection connection, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
