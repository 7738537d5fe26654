package org.entezar.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.entezar.kernel.settings.SettingRefused;
import org.entezar.postgres.PostgresFailure;

/** The command cannot go on. The message tells the operator what is wrong and what to do. */
final class LaunchFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String FULL = "The disk is full: make room and start again. ";
    /** Bytes that are as good as none. */
    private static final long NO_ROOM = 4L << 20;

    private final ExitCode code;

    LaunchFailure(ExitCode code, String message) {
        super(message);
        this.code = code;
    }

    LaunchFailure(ExitCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    ExitCode code() {
        return code;
    }

    /** A program ended that was to go on: told with the end of its log, which knows a full disk. */
    static LaunchFailure ofLog(String what, String log, ExitCode otherwise) {
        return ofLog(what, log, log.contains("No space left on device"), otherwise);
    }

    /** A program could not lay itself out in a folder; on a full disk its log may have no room for the cause. */
    static LaunchFailure ofLog(String what, String log, Path folder) {
        return ofLog(what, log, log.contains("No space left on device") || isFull(folder), ExitCode.FAILED);
    }

    private static LaunchFailure ofLog(String what, String log, boolean full, ExitCode otherwise) {
        String message = what + ". The end of its log:\n" + log;
        return full ? new LaunchFailure(ExitCode.DISK_FULL, FULL + message) : new LaunchFailure(otherwise, message);
    }

    private static boolean isFull(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace() < NO_ROOM;
        } catch (IOException unknown) {
            return false;
        }
    }

    /** Finds the operator's view of any failure. */
    static LaunchFailure of(Throwable failure) {
        if (failure instanceof LaunchFailure known) {
            return known;
        }
        if (failure instanceof SettingRefused refused) {
            return new LaunchFailure(ExitCode.SETTING, String.valueOf(refused.getMessage()), refused);
        }
        if (failure instanceof PostgresFailure postgres) {
            return ofPostgres(postgres);
        }
        if (failure instanceof IOException input) {
            return ofInput(input);
        }
        boolean wrapped = failure instanceof CompletionException
                || failure instanceof ExecutionException
                || failure instanceof UncheckedIOException;
        Throwable cause = failure.getCause();
        if (wrapped && cause != null) {
            return of(cause);
        }
        return new LaunchFailure(ExitCode.FAILED, failure.toString(), failure);
    }

    private static LaunchFailure ofPostgres(PostgresFailure failure) {
        String message = failure.getMessage() == null ? "PostgreSQL failed" : failure.getMessage();
        return switch (failure.reason()) {
            case PORT_TAKEN ->
                new LaunchFailure(ExitCode.PORT_TAKEN, message + ": set ENTEZAR_DATABASE_PORT to another", failure);
            case DISK_FULL -> new LaunchFailure(ExitCode.DISK_FULL, FULL + message, failure);
            case OTHER_VERSION -> new LaunchFailure(ExitCode.NEWER_DATA, message, failure);
            case ACCOUNT -> new LaunchFailure(ExitCode.ACCOUNT, message, failure);
            case UNSUPPORTED_MACHINE, NOT_STARTED -> new LaunchFailure(ExitCode.FAILED, message, failure);
        };
    }

    private static LaunchFailure ofInput(IOException failure) {
        String message = String.valueOf(failure.getMessage());
        if (message.contains("No space left on device") || message.contains("Disk quota exceeded")) {
            return new LaunchFailure(ExitCode.DISK_FULL, FULL + message, failure);
        }
        if (failure instanceof AccessDeniedException) {
            return new LaunchFailure(
                    ExitCode.ACCOUNT,
                    "this account may not use " + message
                            + ": start as the account that owns the data folder, or set ENTEZAR_DATA_DIR",
                    failure);
        }
        return new LaunchFailure(ExitCode.FAILED, failure.toString(), failure);
    }
}
