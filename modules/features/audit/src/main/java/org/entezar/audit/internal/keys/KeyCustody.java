package org.entezar.audit.internal.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.entezar.evidence.KeyStatement;
import org.entezar.evidence.SigningKey;
import org.entezar.platform.tenancy.Work;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The installation's signing key, and how it came from the one before. The private half is a file beside the other
 * secrets, readable for the account of the server only; the statements of custody are a file beside it and rows of a
 * global table. A key is made when it is first needed. Losing the folder breaks custody: a new chain begins, and every
 * verifier says so.
 */
public final class KeyCustody {

    private static final String KEY = "evidence-signing.key";
    private static final String NEXT = "evidence-signing.key.next";
    private static final String CHAIN = "evidence-keys.jsonl";

    private final Path folder;
    private final Work work;
    private final Clock clock;
    private @Nullable SigningKey key;
    private List<KeyStatement> chain = List.of();

    public KeyCustody(Path folder, Work work, Clock clock) {
        this.folder = folder;
        this.work = work;
        this.clock = clock;
    }

    /** The key that signs now. */
    public synchronized SigningKey current() {
        SigningKey open = key;
        if (open == null) {
            open = open();
            key = open;
        }
        return open;
    }

    /** All statements of custody, the first key's first. */
    public synchronized List<KeyStatement> statements() {
        current();
        return chain;
    }

    /** The statements as they stand in the database, whatever became of them. */
    public List<String> lines(Handle handle) {
        return KeyRows.lines(handle);
    }

    /** Makes a new key, has the present one hand custody to it, and forgets the present one. */
    public synchronized KeyStatement rotate() {
        SigningKey before = current();
        SigningKey after = SigningKey.generate();
        KeyStatement statement = KeyStatement.following(before, after, now());
        List<KeyStatement> longer = new ArrayList<>(chain);
        longer.add(statement);
        try {
            write(NEXT, after.store());
            writeChain(longer);
            move(NEXT, KEY);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("A new signing key cannot be kept", unwritable);
        }
        chain = List.copyOf(longer);
        key = after;
        enter();
        return statement;
    }

    /** Rotates when the present key has signed for longer than that. */
    public synchronized void rotateAfter(Duration age) {
        current();
        Instant since = chain.get(chain.size() - 1).at();
        if (since.plus(age).isBefore(clock.instant())) {
            rotate();
        }
    }

    private SigningKey open() {
        try {
            Files.createDirectories(folder);
            List<KeyStatement> kept = new ArrayList<>(readChain());
            List<KeyStatement> entered = work.global(KeyRows::all);
            if (kept.isEmpty()) {
                // A folder without keys beside a database with some: their custody ends here, in the open.
                kept.addAll(entered);
            }
            SigningKey found = kept.isEmpty() ? null : find(kept.get(kept.size() - 1));
            if (found == null) {
                found = SigningKey.generate();
                kept.add(KeyStatement.first(found, now()));
                write(NEXT, found.store());
                writeChain(kept);
                move(NEXT, KEY);
            }
            chain = List.copyOf(kept);
            enter();
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The signing key cannot be read or kept in " + folder, unreadable);
        }
    }

    /** The private half of the last statement's key; a rotation that was cut off is brought to its end. */
    private @Nullable SigningKey find(KeyStatement last) throws IOException {
        for (String name : List.of(KEY, NEXT)) {
            Path file = folder.resolve(name);
            if (Files.exists(file)) {
                SigningKey candidate = SigningKey.load(Files.readString(file));
                if (candidate.verifying().equals(last.key())) {
                    if (name.equals(NEXT)) {
                        move(NEXT, KEY);
                    }
                    return candidate;
                }
            }
        }
        return null;
    }

    private void enter() {
        work.global(handle -> {
            KeyRows.enter(handle, chain);
            return chain;
        });
    }

    private List<KeyStatement> readChain() throws IOException {
        Path file = folder.resolve(CHAIN);
        if (!Files.exists(file)) {
            return List.of();
        }
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank())
                .map(line -> KeyStatement.parse(line.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    private void writeChain(List<KeyStatement> statements) throws IOException {
        StringBuilder lines = new StringBuilder();
        statements.forEach(statement -> lines.append(statement.line()).append('\n'));
        write(CHAIN + ".next", lines.toString());
        move(CHAIN + ".next", CHAIN);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text, StandardOpenOption.SYNC);
    }

    private void move(String from, String to) throws IOException {
        Files.move(
                folder.resolve(from),
                folder.resolve(to),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
