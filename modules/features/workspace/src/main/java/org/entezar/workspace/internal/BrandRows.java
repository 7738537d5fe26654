package org.entezar.workspace.internal;

import java.time.ZoneOffset;
import java.util.Optional;
import org.entezar.platform.json.Json;
import org.entezar.platform.tenancy.Tx;
import org.entezar.workspace.Brand;
import org.entezar.workspace.LogoFile;

/** The brand of a workspace in its table. */
public final class BrandRows {

    /** What is set; {@link Brand#NONE} where nothing is. */
    public Brand find(Tx tx) {
        return tx.handle()
                .createQuery("select brand from workspace_brand where workspace_id = :workspace")
                .bind("workspace", tx.workspace().value())
                .mapTo(String.class)
                .findOne()
                .map(brand -> Json.read(brand, Brand.class))
                .orElse(Brand.NONE);
    }

    /** The logo with its bytes. */
    public Optional<LogoFile> logo(Tx tx) {
        return tx.handle()
                .createQuery("select brand, logo from workspace_brand"
                        + " where workspace_id = :workspace and logo is not null")
                .bind("workspace", tx.workspace().value())
                .map((row, context) -> Json.read(row.getString("brand"), Brand.class)
                        .logo()
                        .map(logo -> new LogoFile(logo, bytes(row))))
                .findOne()
                .flatMap(found -> found);
    }

    private static byte[] bytes(java.sql.ResultSet row) {
        try {
            return row.getBytes("logo");
        } catch (java.sql.SQLException failure) {
            throw new org.jdbi.v3.core.result.ResultSetException("A logo could not be read", failure, null);
        }
    }

    /** Sets the brand; the logo's bytes too, where they are given or where it has none any more. */
    public void set(Tx tx, Brand brand, Optional<byte[]> logo) {
        tx.handle()
                .createUpdate("insert into workspace_brand (workspace_id, brand, logo, changed_at)"
                        + " values (:workspace, cast(:brand as jsonb), :logo, :at)"
                        + " on conflict (workspace_id) do update set brand = excluded.brand,"
                        + " logo = case when :keep then workspace_brand.logo else excluded.logo end,"
                        + " changed_at = excluded.changed_at")
                .bind("workspace", tx.workspace().value())
                .bind("brand", Json.write(brand))
                .bindByType("logo", logo.orElse(null), byte[].class)
                .bind("keep", logo.isEmpty() && brand.logo().isPresent())
                .bind("at", tx.now().atOffset(ZoneOffset.UTC))
                .execute();
    }
}
