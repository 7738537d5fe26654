package org.entezar.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entezar.evidence.ConsistencyDocument;
import org.entezar.evidence.Malformed;
import org.entezar.evidence.SignedCheckpoint;
import org.entezar.evidence.VerifyingKey;
import org.entezar.evidence.archive.ConsistencyVerdict;
import org.entezar.evidence.archive.ConsistencyVerification;
import org.entezar.evidence.archive.ProofVerdict;
import org.entezar.evidence.archive.ProofVerification;
import org.entezar.evidence.archive.Trust;
import org.entezar.evidence.archive.Verdict;
import org.entezar.evidence.archive.Verification;

/**
 * {@code java -jar entezar-verify.jar ARCHIVE-OR-PROOF [--key FILE]... [--checkpoint FILE]... [--language en|fa|zh-Hans]}: says
 * in plain words what holds. Ends with 0 when everything does, 1 when something does not, 2 when it was called wrongly.
 */
public final class Main {

    static final int HOLDS = 0;
    static final int BROKEN = 1;
    static final int WRONG_CALL = 2;

    private static final long LARGEST = 1L << 26;
    private static final String USAGE = "java -jar entezar-verify.jar ARCHIVE-OR-PROOF [--key FILE]..."
            + " [--checkpoint FILE]... [--language en|fa|zh-Hans]";

    private Main() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(arguments, out));
    }

    /** Does what the arguments say; returns the exit code. */
    static int run(String[] arguments, PrintStream out) {
        Optional<Path> archive = Optional.empty();
        List<VerifyingKey> keys = new ArrayList<>();
        List<SignedCheckpoint> checkpoints = new ArrayList<>();
        Locale language = Locale.ENGLISH;
        try {
            for (int i = 0; i < arguments.length; i++) {
                switch (arguments[i]) {
                    case "--key" -> keys.add(VerifyingKey.parse(read(value(arguments, ++i))));
                    case "--checkpoint" -> checkpoints.addAll(checkpoints(read(value(arguments, ++i))));
                    case "--language" -> language = Locale.forLanguageTag(value(arguments, ++i));
                    default -> {
                        if (archive.isPresent() || arguments[i].startsWith("--")) {
                            throw new Malformed(arguments[i]);
                        }
                        archive = Optional.of(Path.of(arguments[i]));
                    }
                }
            }
            if (archive.isEmpty() || !Files.isRegularFile(archive.get())) {
                throw new Malformed(archive.map(Path::toString).orElse("ARCHIVE?"));
            }
        } catch (Malformed | IOException | InvalidPathException wrong) {
            out.println(wrong.getMessage());
            out.println(USAGE);
            return WRONG_CALL;
        }
        Trust trust = new Trust(keys, checkpoints);
        try {
            if (isProof(archive.get()) && ConsistencyDocument.isMeant(Files.readAllBytes(archive.get()))) {
                ConsistencyVerdict verdict = ConsistencyVerification.verify(Files.readAllBytes(archive.get()), trust);
                verdict.lines(language).forEach(out::println);
                return verdict.holds() ? HOLDS : BROKEN;
            }
            if (isProof(archive.get())) {
                ProofVerdict verdict = ProofVerification.verify(Files.readAllBytes(archive.get()), trust);
                verdict.lines(language).forEach(out::println);
                return verdict.holds() ? HOLDS : BROKEN;
            }
        } catch (IOException unreadable) {
            out.println(unreadable.getMessage());
            return WRONG_CALL;
        }
        Verdict verdict = Verification.verify(archive.get(), trust);
        verdict.lines(language).forEach(out::println);
        return verdict.holds() ? HOLDS : BROKEN;
    }

    /** Archives are zip files; a proof is a small file of JSON, which begins with a brace. */
    private static boolean isProof(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            return false;
        }
        try (InputStream stream = Files.newInputStream(file)) {
            for (int read = stream.read(); read >= 0; read = stream.read()) {
                if (!Character.isWhitespace(read)) {
                    return read == '{';
                }
            }
            return false;
        }
    }

    private static String value(String[] arguments, int i) {
        if (i >= arguments.length) {
            throw new Malformed(arguments[i - 1]);
        }
        return arguments[i];
    }

    private static String read(String file) throws IOException {
        Path path = Path.of(file);
        if (Files.size(path) > LARGEST) {
            throw new Malformed(file);
        }
        return Files.readString(path);
    }

    /** One checkpoint or many, a line each, as archives and anchors hold them. */
    private static List<SignedCheckpoint> checkpoints(String lines) {
        return lines.lines()
                .filter(line -> !line.isBlank())
                .map(line -> SignedCheckpoint.parse(line.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }
}
