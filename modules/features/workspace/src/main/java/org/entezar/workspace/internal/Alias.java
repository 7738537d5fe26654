package org.entezar.workspace.internal;

import java.util.Set;
import java.util.regex.Pattern;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Violation;

/** The rule for a workspace's name in addresses: short, plain, and no word that the product needs itself. */
public final class Alias {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int SHORTEST = 3;
    private static final int LONGEST = 40;

    private static final Set<String> RESERVED = Set.of(
            "admin",
            "administrator",
            "api",
            "assets",
            "auth",
            "billing",
            "catalogue",
            "console",
            "demo",
            "docs",
            "domain",
            "entezar",
            "health",
            "help",
            "login",
            "logout",
            "mail",
            "master",
            "me",
            "metrics",
            "new",
            "outbox",
            "null",
            "openapi",
            "operator",
            "partner",
            "platform",
            "public",
            "publishers",
            "ready",
            "realms",
            "resources",
            "root",
            "security",
            "settings",
            "sign-in",
            "sign-out",
            "sign-up",
            "static",
            "status",
            "support",
            "survey",
            "system",
            "undefined",
            "workspace",
            "workspaces",
            "www");

    private Alias() {}

    /** Whether the text may be a workspace's alias. */
    public static boolean isAllowed(String text) {
        return hasShape(text) && !RESERVED.contains(text);
    }

    /** Whether the text has the shape of an alias. */
    public static boolean hasShape(String text) {
        return text.length() >= SHORTEST
                && text.length() <= LONGEST
                && SHAPE.matcher(text).matches();
    }

    static Violation fault(String text) {
        return Violation.at(
                "/alias", ErrorCode.MALFORMED_ALIAS, text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    }
}
