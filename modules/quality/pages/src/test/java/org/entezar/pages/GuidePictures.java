package org.entezar.pages;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/**
 * The pictures of the guide and of the README, taken from the running product by the tests that go the same ways: {@code
 * mvn verify -Dentezar.guide} takes them anew.
 */
final class GuidePictures {

    private static final Path HOME =
            Path.of(System.getProperty("entezar.root", "../../.."), "docs", "guide", "pictures");
    private static final boolean WANTED = Boolean.getBoolean("entezar.guide");

    private GuidePictures() {}

    /** Takes what the window shows now as a picture of the guide, when pictures are wanted. */
    static void take(Page page, String name) {
        if (WANTED) {
            page.screenshot(new Page.ScreenshotOptions().setPath(HOME.resolve(name + ".png")));
        }
    }
}
