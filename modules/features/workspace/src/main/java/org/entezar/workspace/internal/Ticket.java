package org.entezar.workspace.internal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.entezar.kernel.WorkspaceId;

/**
 * What a one-time link in a mail carries: where it leads and 256 random bits. Only their SHA-256 is kept; it needs no
 * salt, since nobody can try out 2^256 secrets.
 */
public final class Ticket {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET = 32;
    private static final int BYTES = 16 + 16 + SECRET;
    private static final int LETTERS = 86;

    private final WorkspaceId workspace;
    private final UUID id;
    private final byte[] secret;

    private Ticket(WorkspaceId workspace, UUID id, byte[] secret) {
        this.workspace = workspace;
        this.id = id;
        this.secret = secret;
    }

    /** A fresh one. */
    public static Ticket issue(WorkspaceId workspace, UUID id) {
        byte[] secret = new byte[SECRET];
        RANDOM.nextBytes(secret);
        return new Ticket(workspace, id, secret);
    }

    /** Reads what a link carried; empty when no link of ours looks like that. */
    public static Optional<Ticket> read(String text) {
        if (text.length() != LETTERS) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length != BYTES) {
                return Optional.empty();
            }
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            WorkspaceId workspace = new WorkspaceId(new UUID(buffer.getLong(), buffer.getLong()));
            UUID id = new UUID(buffer.getLong(), buffer.getLong());
            byte[] secret = new byte[SECRET];
            buffer.get(secret);
            return Optional.of(new Ticket(workspace, id, secret));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    public WorkspaceId workspace() {
        return workspace;
    }

    public UUID id() {
        return id;
    }

    /** What is kept of it. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether it is the one of which this was kept. */
    public boolean fits(byte[] hash) {
        return MessageDigest.isEqual(hash(), hash);
    }

    /** As the link carries it. Not {@code toString}, so that no log does. */
    public String letters() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(BYTES)
                        .putLong(workspace.value().getMostSignificantBits())
                        .putLong(workspace.value().getLeastSignificantBits())
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .put(secret)
                        .array());
    }
}
