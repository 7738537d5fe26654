package org.entezar.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.database.Database;
import org.entezar.platform.json.Json;
import org.entezar.platform.tenancy.Tx;
import org.entezar.platform.tenancy.Work;
import org.jspecify.annotations.Nullable;

/**
 * Requests that carry an {@code Idempotency-Key}: sent again, they are answered again and done once. The key is claimed
 * in the transaction that does the work, so there is no moment in which the one is kept without the other; of two equal
 * requests at once, the second waits for the first. Keys are kept for a day, per caller.
 */
public final class RepeatedRequests {

    /** The header's name. */
    public static final String HEADER = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Duration KEPT = Duration.ofDays(1);

    private final Work work;

    public RepeatedRequests(Work work) {
        this.work = work;
    }

    /**
     * Creates once.
     *
     * @param permission that the creation needs
     * @param key the header, absent when the client did not send one
     * @param request what was asked for, body included: the same key with another request is a mistake
     * @param create does the work, in the same workspace and on this thread
     * @throws Problem {@link ErrorCode#MALFORMED_PARAMETER} for a key that is none,
     *     {@link ErrorCode#IDEMPOTENCY_KEY_REUSED} for one that came with another request
     */
    public Created once(
            Caller caller,
            WorkspaceId workspace,
            Permission permission,
            @Nullable String key,
            Object request,
            Supplier<Created> create) {
        if (key == null) {
            return create.get();
        }
        if (!KEY.matcher(key).matches()) {
            throw new Problem(ErrorCode.MALFORMED_PARAMETER, HEADER, key.length() > 60 ? key.substring(0, 60) : key);
        }
        String digest = digest(request);
        Function<Tx, Optional<Created>> answer = tx -> answered(tx, key, digest);
        Optional<Created> before = work.read(caller, workspace, permission, answer);
        if (before.isPresent()) {
            return before.get();
        }
        try {
            return work.change(caller, workspace, permission, tx -> {
                forget(tx);
                claim(tx, key, digest);
                Created created = create.get();
                keep(tx, key, created);
                return created;
            });
        } catch (RuntimeException failure) {
            if (!Database.isDuplicate(failure)) {
                throw failure;
            }
            // The same request was being answered meanwhile, and now is.
            return work.read(caller, workspace, permission, answer).orElseThrow(() -> failure);
        }
    }

    private static Optional<Created> answered(Tx tx, String key, String digest) {
        return tx.handle()
                .createQuery(
                        "select request, location, etag, body from repeated_request"
                                + " where workspace_id = :workspace and caller = :caller and key = :key and created_at > :cutoff")
                .bind("workspace", tx.workspace().value())
                .bind("caller", tx.caller().subject())
                .bind("key", key)
                .bind("cutoff", tx.now().minus(KEPT).atOffset(ZoneOffset.UTC))
                .map((row, context) -> {
                    if (!row.getString("request").equals(digest)) {
                        throw new Problem(ErrorCode.IDEMPOTENCY_KEY_REUSED, key);
                    }
                    return new Created(
                            row.getString("location"),
                            Optional.ofNullable(row.getString("etag")),
                            row.getString("body"));
                })
                .findOne();
    }

    private static void claim(Tx tx, String key, String digest) {
        tx.handle()
                .createUpdate("insert into repeated_request (workspace_id, caller, key, request, created_at)"
                        + " values (:workspace, :caller, :key, :request, :at)")
                .bind("workspace", tx.workspace().value())
                .bind("caller", tx.caller().subject())
                .bind("key", key)
                .bind("request", digest)
                .bind("at", tx.now().atOffset(ZoneOffset.UTC))
                .execute();
    }

    private static void keep(Tx tx, String key, Created created) {
        tx.handle()
                .createUpdate("update repeated_request set location = :location, etag = :etag, body = :body"
                        + " where workspace_id = :workspace and caller = :caller and key = :key")
                .bind("workspace", tx.workspace().value())
                .bind("caller", tx.caller().subject())
                .bind("key", key)
                .bind("location", created.location())
                .bind("etag", created.etag().orElse(null))
                .bind("body", created.body())
                .execute();
    }

    private static void forget(Tx tx) {
        tx.handle()
                .createUpdate("delete from repeated_request where workspace_id = :workspace and created_at <= :cutoff")
                .bind("workspace", tx.workspace().value())
                .bind("cutoff", tx.now().minus(KEPT).atOffset(ZoneOffset.UTC))
                .execute();
    }

    private static String digest(Object request) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(Json.write(request).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
