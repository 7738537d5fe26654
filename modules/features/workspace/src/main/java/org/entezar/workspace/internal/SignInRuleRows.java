package org.entezar.workspace.internal;

import java.time.ZoneOffset;
import org.entezar.platform.tenancy.Tx;

/** What a workspace wants of sign-ins, in its table; without a row it wants nothing. */
public final class SignInRuleRows {

    /** Whether a second factor is wanted. */
    public boolean secondFactor(Tx tx) {
        return tx.handle()
                .createQuery("select second_factor from sign_in_rule where workspace_id = :workspace")
                .bind("workspace", tx.workspace().value())
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
    }

    public void put(Tx tx, boolean secondFactor) {
        tx.handle()
                .createUpdate("""
                        insert into sign_in_rule (workspace_id, second_factor, changed_at)
                        values (:workspace, :wanted, :at)
                        on conflict (workspace_id) do update set second_factor = :wanted, changed_at = :at""")
                .bind("workspace", tx.workspace().value())
                .bind("wanted", secondFactor)
                .bind("at", tx.now().atOffset(ZoneOffset.UTC))
                .execute();
    }
}
