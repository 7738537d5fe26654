package org.entezar.console.insight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;

/** Prints pages of our own as PDF with a browser without a window, one at a time. */
public class Printer {

    private static final int PATIENCE_SECONDS = 60;
    private static final int RETRY_SECONDS = 5;

    private static final List<String> USUAL = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome-stable",
            "/usr/bin/google-chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private final Optional<Path> browser;
    private final Semaphore turn = new Semaphore(1);

    /** For proxies; prints nothing. */
    public Printer() {
        this(Optional.empty());
    }

    /** A Chromium at one of the places where systems put it; empty where there is none. */
    public static Optional<Path> installed() {
        return USUAL.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }

    /** @param browser program of a Chromium; empty where there is none */
    public Printer(Optional<Path> browser) {
        this.browser = browser.filter(Files::isExecutable);
    }

    public boolean isThere() {
        return browser.isPresent();
    }

    /**
     * The page as PDF.
     *
     * @param html a whole page that needs nothing from elsewhere
     * @throws Problem {@link ErrorCode#OVERLOADED} while another is printed, {@link ErrorCode#INTERNAL} when the browser
     *     does not do it
     */
    byte[] print(String html) {
        if (!turn.tryAcquire()) {
            throw new Problem(ErrorCode.OVERLOADED, RETRY_SECONDS);
        }
        try {
            Path folder = Files.createTempDirectory("entezar-print-");
            try {
                return print(html, folder);
            } finally {
                remove(folder);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            turn.release();
        }
    }

    private byte[] print(String html, Path folder) throws IOException {
        Path page = Files.writeString(folder.resolve("page.html"), html, StandardCharsets.UTF_8);
        Path printed = folder.resolve("page.pdf");
        List<String> line = new ArrayList<>(List.of(
                browser.orElseThrow().toString(),
                "--headless",
                "--disable-gpu",
                "--disable-extensions",
                "--disable-background-networking",
                "--no-first-run",
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--user-data-dir=" + folder.resolve("browser"),
                "--no-pdf-header-footer",
                "--print-to-pdf=" + printed));
        if ("root".equals(System.getProperty("user.name"))) {
            // Chromium's sandbox refuses to work for root, as in containers.
            line.add("--no-sandbox");
        }
        line.add(page.toUri().toString());
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        try {
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!ended || process.exitValue() != 0 || !Files.exists(printed)) {
                throw new Problem(ErrorCode.INTERNAL);
            }
            return Files.readAllBytes(printed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Problem(ErrorCode.OVERLOADED, RETRY_SECONDS);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                try {
                    Files.deleteIfExists(one);
                } catch (IOException stillWritten) {
                    // The browser's own files may still be going; the system's folder for them is emptied by it.
                    one.toFile().deleteOnExit();
                }
            }
        }
    }
}
