package org.entezar.console;

import java.util.regex.Pattern;

/**
 * A page outside all workspaces that everybody may see, signed in or not.
 *
 * @param path from the root, without a leading slash; parts in braces are taken as parameters: {@code methods/{function}}
 * @param view the Facelets view
 */
public record OpenPage(String path, String view) {

    private static final Pattern VIEW = Pattern.compile("/console/[a-z0-9/-]+\\.xhtml");

    public OpenPage {
        if (!VIEW.matcher(view).matches()) {
            throw new IllegalArgumentException("not a view of the console: " + view);
        }
    }
}
