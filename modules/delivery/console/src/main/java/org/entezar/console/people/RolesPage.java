package org.entezar.console.people;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.entezar.console.Text;
import org.entezar.kernel.Language;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Role;

/** Writes {@code docs/guide/roles.md} out of the table of roles, so that it cannot lag behind. */
public final class RolesPage {

    private RolesPage() {}

    /** The page. */
    public static String markdown() {
        return """
                # What each role may do

                This page is generated from `org.entezar.kernel.Role`; a test fails when it is stale.

                | | %s |
                |---|%s
                %s

                %s
                """.formatted(
                each(role -> word("workspaces.role." + role.key()), " | "),
                each(role -> "---", "|") + "|",
                new RoleMatrix().getPermissions().stream().map(RolesPage::row).collect(Collectors.joining("\n")),
                each(
                        role -> "- **" + word("workspaces.role." + role.key()) + "**: "
                                + word("people.does." + role.key()),
                        "\n"));
    }

    private static String row(Permission permission) {
        return "| " + word("people.permission." + permission.name()) + " | "
                + each(role -> role.permissions().contains(permission) ? "yes" : "–", " | ") + " |";
    }

    private static String each(java.util.function.Function<Role, String> cell, String between) {
        return Arrays.stream(Role.values()).map(cell).collect(Collectors.joining(between));
    }

    private static String word(String key) {
        return Text.in(Language.ENGLISH, key).replace("''", "'");
    }

    /** Writes the page to the file that the one argument names. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("one argument: the file to write");
        }
        Files.writeString(Path.of(arguments[0]), markdown());
    }
}
