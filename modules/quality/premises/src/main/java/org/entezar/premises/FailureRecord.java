package org.entezar.premises;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/**
 * Leaves what there was to see when a test with a browser failed: in target/failures a picture of each page that was
 * open, and beside it its address, title and words with what its window heard last. JUnit finds it by itself and asks
 * it after each test.
 */
public final class FailureRecord implements AfterTestExecutionCallback, AfterEachCallback {

    private static final Path FOLDER = Path.of("target", "failures");
    private static final double PATIENCE = 5_000;

    /** Some tests close their browser when they clean up. */
    @Override
    public void afterTestExecution(ExtensionContext test) throws IOException {
        record(test);
    }

    /** Some fail only then. */
    @Override
    public void afterEach(ExtensionContext test) throws IOException {
        record(test);
        Window.closeLeft();
    }

    private static void record(ExtensionContext test) throws IOException {
        Throwable failure = test.getExecutionException().orElse(null);
        if (failure == null || failure instanceof TestAbortedException) {
            return;
        }
        int number = 0;
        for (Window window : Window.open()) {
            for (Page page : window.pages()) {
                number++;
                Path file = FOLDER.resolve(name(test) + (number == 1 ? "" : "-" + number));
                Files.createDirectories(FOLDER);
                Files.writeString(Path.of(file + ".txt"), told(page, window, failure));
                picture(page, Path.of(file + ".png"));
            }
        }
    }

    /** Class and method, and which of its rows it was. */
    private static String name(ExtensionContext test) {
        String method = test.getRequiredTestMethod().getName();
        String shown = test.getDisplayName().startsWith(method) ? "" : " " + test.getDisplayName();
        String name = test.getRequiredTestClass().getSimpleName() + "." + method + shown;
        return name.replaceAll("[^\\p{L}\\p{N}.]+", "-").replaceAll("-$", "");
    }

    private static String told(Page page, Window window, Throwable failure) {
        List<String> parts = List.of(
                page.url(),
                seen(page::title),
                failure.toString(),
                seen(() -> page.locator("body").innerText(new Locator.InnerTextOptions().setTimeout(PATIENCE))),
                window.heard().collect(Collectors.joining("\n")));
        return String.join("\n\n----\n", parts) + "\n";
    }

    private static void picture(Page page, Path file) {
        seen(() -> {
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(file).setFullPage(true).setTimeout(PATIENCE));
            return "";
        });
    }

    /** A page may be gone, or show nothing any more; that is told instead. */
    private static String seen(Supplier<String> look) {
        try {
            return look.get();
        } catch (PlaywrightException hidden) {
            return "Not to be seen: " + hidden.getMessage();
        }
    }
}
