package org.entezar.console;

import java.util.regex.Pattern;

/**
 * A page outside all workspaces: for everybody, signed in or not, or for operators only.
 *
 * @param path from the root, without a leading slash; parts in braces are taken as parameters: {@code methods/{function}}
 * @param view the Facelets view
 * @param operators whether it is for operators only
 */
public record OpenPage(String path, String view, boolean operators) {

    private static final Pattern VIEW = Pattern.compile("/console/[a-z0-9/-]+\\.xhtml");

    /** A page for everybody. */
    public OpenPage(String path, String view) {
        this(path, view, false);
    }

    public OpenPage {
        if (!VIEW.matcher(view).matches()) {
            throw new IllegalArgumentException("not a view of the console: " + view);
        }
    }
}
