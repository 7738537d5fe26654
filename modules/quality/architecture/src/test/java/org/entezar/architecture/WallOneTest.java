package org.entezar.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entezar.architecture.sample.statements.ForgetsTheWorkspace;
import org.junit.jupiter.api.Test;

/**
 * Wall 1 of the two between workspaces: every SQL statement in the product's classes that touches a workspace's table
 * names {@code workspace_id}. The tables are read from the changelogs, the statements from the constants of the classes.
 */
class WallOneTest {

    private static final Pattern TENANT_TABLE =
            Pattern.compile("create table (\\w+) \\(\\s*workspace_id uuid", Pattern.CASE_INSENSITIVE);
    private static final Pattern TOUCHED = Pattern.compile("\\b(?:from|join|into|update)\\s+(?:only\\s+)?(\\w+)");
    private static final Pattern STATEMENT = Pattern.compile("^\\s*(?:select|insert|update|delete|with|from)\\b.*");

    @Test
    void everyStatementOnAWorkspacesTableNamesTheWorkspace() throws IOException {
        Set<String> tables = tenantTables();
        assertThat(tables).contains("history_entry", "response", "campaign").hasSizeGreaterThan(8);
        List<String> statements = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (Path type : files(".class")) {
            for (String constant : constants(type)) {
                if (touches(constant, tables)) {
                    statements.add(constant);
                    if (!constant.contains("workspace_id")) {
                        faults.add(type.getFileName() + ": " + constant);
                    }
                }
            }
        }
        assertThat(statements).as("statements found").hasSizeGreaterThan(30);
        assertThat(faults).isEmpty();
    }

    @Test
    void aStatementThatForgetsTheWorkspaceIsFound() throws IOException {
        Path sample = Path.of("target/test-classes")
                .resolve(ForgetsTheWorkspace.class.getName().replace('.', '/') + ".class");

        Set<String> tables = tenantTables();
        assertThat(constants(sample))
                .filteredOn(constant -> touches(constant, tables))
                .hasSize(1)
                .noneMatch(constant -> constant.contains("workspace_id"));
    }

    private static boolean touches(String constant, Set<String> tables) {
        String text = constant.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        if (!STATEMENT.matcher(text).matches()) {
            return false;
        }
        Matcher touched = TOUCHED.matcher(text);
        while (touched.find()) {
            if (tables.contains(touched.group(1))) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> tenantTables() throws IOException {
        Set<String> tables = new TreeSet<>();
        for (Path changelog : files(".sql")) {
            Matcher made = TENANT_TABLE.matcher(Files.readString(changelog));
            while (made.find()) {
                tables.add(made.group(1).toLowerCase(Locale.ROOT));
            }
        }
        return tables;
    }

    private static List<Path> files(String ending) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path classes : House.modules("target/classes")) {
            try (Stream<Path> all = Files.walk(classes)) {
                all.filter(file -> file.toString().endsWith(ending)).forEach(found::add);
            }
        }
        return found;
    }

    /** The texts in a class file's constant pool (JVM specification §4.4). */
    private static List<String> constants(Path type) throws IOException {
        List<String> texts = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(Files.newInputStream(type))) {
            in.skipBytes(8);
            int count = in.readUnsignedShort();
            for (int i = 1; i < count; i++) {
                int tag = in.readUnsignedByte();
                switch (tag) {
                    case 1 -> texts.add(in.readUTF());
                    case 5, 6 -> {
                        in.skipBytes(8);
                        i++; // a long or a double takes two places
                    }
                    case 7, 8, 16, 19, 20 -> in.skipBytes(2);
                    case 15 -> in.skipBytes(3);
                    case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipBytes(4);
                    default -> throw new IOException("Unknown constant " + tag + " in " + type);
                }
            }
        }
        return texts;
    }
}
