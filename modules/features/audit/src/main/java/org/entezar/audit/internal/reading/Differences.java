package org.entezar.audit.internal.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.entezar.audit.Difference;

/**
 * Compares two states. Objects are compared by name; lists of things that have a {@code key} or {@code id} by that, so
 * that one thing put in front does not make all others look changed; other lists by place.
 */
public final class Differences {

    private static final int MOST = 2_000;
    private static final List<String> NAMES = List.of("key", "id");

    private Differences() {}

    /** The places at which they differ; at most {@value #MOST}. */
    public static List<Difference> between(Optional<JsonNode> before, Optional<JsonNode> after) {
        List<Difference> found = new ArrayList<>();
        compare("", before, after, found);
        return List.copyOf(found);
    }

    private static void compare(
            String path, Optional<JsonNode> before, Optional<JsonNode> after, List<Difference> found) {
        if (found.size() >= MOST || before.equals(after)) {
            return;
        }
        if (isObject(before) && isObject(after) || isObject(before.or(() -> after)) && isOne(before, after)) {
            TreeSet<String> names = new TreeSet<>();
            before.ifPresent(object -> object.fieldNames().forEachRemaining(names::add));
            after.ifPresent(object -> object.fieldNames().forEachRemaining(names::add));
            if (!names.isEmpty()) {
                names.forEach(
                        name -> compare(path + "/" + escaped(name), field(before, name), field(after, name), found));
                return;
            }
        }
        if (isArray(before) && isArray(after)) {
            compareLists(path, before.get(), after.get(), found);
            return;
        }
        found.add(new Difference(path, before, after));
    }

    private static void compareLists(String path, JsonNode before, JsonNode after, List<Difference> found) {
        Optional<String> name = NAMES.stream()
                .filter(candidate -> isNamed(before, candidate) && isNamed(after, candidate))
                .findFirst();
        if (name.isEmpty()) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                compare(path + "/" + i, Optional.ofNullable(before.get(i)), Optional.ofNullable(after.get(i)), found);
            }
            return;
        }
        for (JsonNode one : before) {
            String key = one.get(name.get()).asText();
            compare(path + "/" + escaped(key), Optional.of(one), find(after, name.get(), key), found);
        }
        for (JsonNode one : after) {
            String key = one.get(name.get()).asText();
            if (find(before, name.get(), key).isEmpty()) {
                found.add(new Difference(path + "/" + escaped(key), Optional.empty(), Optional.of(one)));
            }
        }
    }

    private static boolean isNamed(JsonNode list, String name) {
        TreeSet<String> seen = new TreeSet<>();
        for (JsonNode one : list) {
            if (!one.path(name).isTextual() || !seen.add(one.get(name).textValue())) {
                return false;
            }
        }
        return true;
    }

    private static Optional<JsonNode> find(JsonNode list, String name, String key) {
        for (JsonNode one : list) {
            if (one.path(name).asText().equals(key)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    private static Optional<JsonNode> field(Optional<JsonNode> object, String name) {
        return object.map(one -> one.get(name));
    }

    private static boolean isObject(Optional<JsonNode> value) {
        return value.isPresent() && value.get().isObject();
    }

    private static boolean isArray(Optional<JsonNode> value) {
        return value.isPresent() && value.get().isArray();
    }

    private static boolean isOne(Optional<JsonNode> before, Optional<JsonNode> after) {
        return before.isEmpty() != after.isEmpty();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
