package org.entezar.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What an auditor takes home from the pages, and the verifier there: the real jar, with nothing of the server. */
record TakenHome(Path folder) {

    private static final int PATIENCE_SECONDS = 120;

    /** What the verifier says, and its exit code. */
    record Told(int code, String text) {}

    /** What the first such link of the page downloads. */
    Path taken(Page page, String link, String name) {
        return saved(
                page.waitForDownload(
                        new Page.WaitForDownloadOptions().setTimeout(PATIENCE_SECONDS * 1_000),
                        () -> page.locator(link).first().click()),
                name);
    }

    Path saved(Download download, String name) {
        Path file = folder.resolve(name);
        download.saveAs(file);
        return file;
    }

    /** In a process of its own, as at the auditor's. */
    Told verify(Path jar, Path file, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                jar.toString(),
                file.toString()));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return new Told(process.exitValue(), text);
    }
}
