package org.entezar.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * Who runs on a data folder, as a file for {@code stop} and {@code status}, and for the next start, which ends what a
 * killed launcher left behind. A process is known by number and start time together, since numbers are used again.
 */
final class RunState {
    private final Path file;
    private final Properties entries = new Properties();

    private RunState(Path file) {
        this.file = file;
    }

    /** The state as it was left; empty when there is none. */
    static RunState read(Path file) throws IOException {
        RunState state = new RunState(file);
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                state.entries.load(reader);
            }
        }
        return state;
    }

    /** A new state, nothing written yet. */
    static RunState begin(Path file) {
        return new RunState(file);
    }

    /** Notes a process under a role such as {@code launcher} or {@code server}. */
    synchronized void note(String role, ProcessHandle process) throws IOException {
        entries.setProperty(role + ".pid", Long.toString(process.pid()));
        process.info().startInstant().ifPresent(started -> entries.setProperty(role + ".started", started.toString()));
        write();
    }

    /** Notes a fact such as the address. */
    synchronized void note(String name, String value) throws IOException {
        entries.setProperty(name, value);
        write();
    }

    /** A noted fact. */
    synchronized Optional<String> fact(String name) {
        return Optional.ofNullable(entries.getProperty(name));
    }

    /** The process of that role, if the very same one still runs. */
    synchronized Optional<ProcessHandle> living(String role) {
        String pid = entries.getProperty(role + ".pid", "");
        if (!pid.matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(pid))
                .filter(ProcessHandle::isAlive)
                .filter(process -> isSame(role, process));
    }

    private boolean isSame(String role, ProcessHandle process) {
        Optional<Instant> now = process.info().startInstant();
        String noted = entries.getProperty(role + ".started", "");
        return now.isEmpty() || noted.isEmpty() || now.get().toString().equals(noted);
    }

    /** All noted processes that still run, the launcher aside. */
    List<ProcessHandle> leftovers() {
        List<ProcessHandle> left = new ArrayList<>();
        for (String role : List.of("server", "keycloak", "build")) {
            living(role).ifPresent(left::add);
        }
        return left;
    }

    /** Forgets all: nothing runs. */
    synchronized void clear() throws IOException {
        entries.clear();
        Files.deleteIfExists(file);
    }

    private void write() throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try (Writer writer = Files.newBufferedWriter(next)) {
            entries.store(writer, null);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
