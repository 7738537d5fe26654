package org.entezar.pages;

import com.microsoft.playwright.Page;

/** The keyboard of somebody without a mouse. */
final class Keyboard {

    private static final int MOST_TABS = 150;

    private Keyboard() {}

    /** Goes on by the tabulator until the focus is on what is wanted. */
    static void tabTo(Page page, String wanted) {
        for (int i = 0; i < MOST_TABS; i++) {
            if (Boolean.TRUE.equals(page.evaluate("wanted => document.activeElement.matches(wanted)", wanted))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The tabulator does not lead to " + wanted);
    }

    /** Goes to something by the tabulator and presses Enter on it. */
    static void enter(Page page, String wanted) {
        tabTo(page, wanted);
        page.keyboard().press("Enter");
    }

    /** Goes to a field by the tabulator and types into it in place of what is there. */
    static void type(Page page, String wanted, String text) {
        tabTo(page, wanted);
        page.keyboard().press("Control+a");
        page.keyboard().type(text);
    }
}
