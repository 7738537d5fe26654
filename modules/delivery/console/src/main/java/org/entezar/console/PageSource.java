package org.entezar.console;

import java.util.List;

/** Brings pages to the console: every application-scoped bean of this type is asked once, when the product starts. */
public interface PageSource {

    List<Page> pages();

    /** Pages outside all workspaces that need no sign-in. */
    default List<OpenPage> openPages() {
        return List.of();
    }

    default List<Action> actions() {
        return List.of();
    }

    /** What else than the navigation's entries can be begun here. */
    default List<Doing> doings() {
        return List.of();
    }
}
