package org.entezar.workspace.internal;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entezar.kernel.Role;
import org.entezar.platform.tenancy.Tx;

/** Whose access is suspended, with the roles that they get back. */
public final class SuspendedRows {

    public void insert(Tx tx, String subject, Set<Role> roles) {
        tx.handle()
                .createUpdate("insert into suspended_member (workspace_id, subject, roles, suspended_at, suspended_by)"
                        + " values (:workspace, :subject, :roles, :at, :by)")
                .bind("workspace", tx.workspace().value())
                .bind("subject", subject)
                .bind("roles", roles.stream().sorted().map(Role::key).collect(Collectors.joining(",")))
                .bind("at", tx.now().atOffset(ZoneOffset.UTC))
                .bind("by", tx.caller().subject())
                .execute();
    }

    /** Takes the row away; the roles to give back, when there was one. */
    public Optional<Set<Role>> take(Tx tx, String subject) {
        Optional<Set<Role>> roles = find(tx, subject);
        tx.handle()
                .createUpdate("delete from suspended_member where workspace_id = :workspace and subject = :subject")
                .bind("workspace", tx.workspace().value())
                .bind("subject", subject)
                .execute();
        return roles;
    }

    public Optional<Set<Role>> find(Tx tx, String subject) {
        return Optional.ofNullable(all(tx).get(subject));
    }

    /** Everybody's roles to give back, by subject. */
    public Map<String, Set<Role>> all(Tx tx) {
        Map<String, Set<Role>> all = new HashMap<>();
        tx.handle()
                .createQuery("select subject, roles from suspended_member where workspace_id = :workspace")
                .bind("workspace", tx.workspace().value())
                .map((row, context) -> Map.entry(row.getString("subject"), roles(row.getString("roles"))))
                .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        return all;
    }

    private static Set<Role> roles(String keys) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(keys.split(",")).map(Role::of).flatMap(Optional::stream).forEach(roles::add);
        return roles;
    }
}
