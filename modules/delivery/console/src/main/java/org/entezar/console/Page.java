package org.entezar.console;

import java.util.regex.Pattern;
import org.entezar.kernel.Permission;

/**
 * One page of a workspace: the address it has below {@code /w/{alias}/} and the view that draws it. Who lacks the
 * permission gets the 403 page and does not see the page in the navigation.
 *
 * @param path below the workspace, parts in braces are taken as parameters: {@code campaigns/{campaign}}; empty for home
 * @param view the Facelets view, such as {@code /console/campaigns/campaign.xhtml}
 * @param permission what one needs to see it
 * @param area where it belongs; the page of an area without parameters and with the shortest path is its entry
 * @param leading whether it is the entry of its area though another's path is shorter
 */
public record Page(String path, String view, Permission permission, Area area, boolean leading) {

    private static final Pattern VIEW = Pattern.compile("/console/[a-z0-9/-]+\\.xhtml");

    /** One that is found from the entry of its area, or is the entry by its short path. */
    public Page(String path, String view, Permission permission, Area area) {
        this(path, view, permission, area, false);
    }

    public Page {
        if (!VIEW.matcher(view).matches()) {
            throw new IllegalArgumentException("not a view of the console: " + view);
        }
    }
}
