package org.entezar.postgres;

/** Why the embedded PostgreSQL could not be made, started or stopped; the message tells what to do. */
public final class PostgresFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The kinds of failure that a caller tells apart. */
    public enum Reason {
        /** No binaries for this operating system or processor. */
        UNSUPPORTED_MACHINE,
        /** Another program listens on the port. */
        PORT_TAKEN,
        /** The disk has no room left. */
        DISK_FULL,
        /** The data folder was made by a PostgreSQL of another major version. */
        OTHER_VERSION,
        /** The data folder cannot be used from this account. */
        ACCOUNT,
        /** It ended or stayed silent; the message carries the end of its log. */
        NOT_STARTED
    }

    private final Reason reason;

    PostgresFailure(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    PostgresFailure(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** The kind of failure. */
    public Reason reason() {
        return reason;
    }
}
