package org.entezar.template.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Violation;
import org.entezar.platform.json.Json;
import org.entezar.questionnaire.Category;
import org.entezar.questionnaire.Questionnaire;
import org.entezar.spi.PackEntries;
import org.entezar.template.Pack;

/**
 * Turns entries into a {@link Pack}, or says everything that is wrong with them. Nothing of a pack is believed before:
 * counts and sizes are bounded, names are a closed set, each part must fit its schema, and parts must fit each other.
 */
public final class PackReader {

    private static final int MAXIMUM_ENTRIES = 100;
    private static final Pattern QUESTIONNAIRE_ENTRY =
            Pattern.compile(Pattern.quote(PackEntries.QUESTIONNAIRES) + "[a-z][a-z0-9_-]{0,39}\\.yaml");

    /**
     * Reads and checks.
     *
     * @throws Problem {@link ErrorCode#INVALID} with every fault and its place, {@link ErrorCode#UNREADABLE_FILE} for
     *     an entry that is no YAML, {@link ErrorCode#TOO_MANY} or {@link ErrorCode#TOO_LARGE}
     */
    public Pack read(PackEntries pack) {
        Map<String, byte[]> entries = pack.entries();
        if (entries.size() > MAXIMUM_ENTRIES) {
            throw new Problem(ErrorCode.TOO_MANY, MAXIMUM_ENTRIES);
        }
        List<Violation> faults = new ArrayList<>();
        byte[] manifestBytes = entries.get(PackEntries.MANIFEST);
        if (manifestBytes == null) {
            throw new Problem(List.of(Violation.at(PackEntries.MANIFEST, ErrorCode.REQUIRED)));
        }
        JsonNode manifest = SafeYaml.read(PackEntries.MANIFEST, manifestBytes);
        faults.addAll(PackSchema.MANIFEST.faults(PackEntries.MANIFEST, manifest));
        List<Category> categories = List.of();
        List<Questionnaire> questionnaires = new ArrayList<>();
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            String name = entry.getKey();
            if (name.equals(PackEntries.CATEGORIES)) {
                JsonNode tree = SafeYaml.read(name, entry.getValue());
                List<Violation> found = PackSchema.CATEGORIES.faults(name, tree);
                faults.addAll(found);
                if (found.isEmpty()) {
                    categories = List.of(convert(name, tree.get("categories"), Category[].class));
                }
            } else if (QUESTIONNAIRE_ENTRY.matcher(name).matches()) {
                JsonNode tree = SafeYaml.read(name, entry.getValue());
                List<Violation> found = PackSchema.QUESTIONNAIRE.faults(name, tree);
                faults.addAll(found);
                if (found.isEmpty()) {
                    questionnaires.add(convert(name, tree, Questionnaire.class));
                }
            } else if (!name.equals(PackEntries.MANIFEST)) {
                faults.add(Violation.at(name, ErrorCode.UNKNOWN_FIELD, name));
            }
        }
        Set<String> known = new HashSet<>();
        categories.forEach(category -> collectKeys(category, known));
        questionnaires.forEach(questionnaire -> faults.addAll(unknownCategories(questionnaire, known)));
        Problem.throwIfAny(faults);
        ObjectNode head = (ObjectNode) manifest;
        return new Pack(
                head.get("id").asText(),
                head.get("version").asText(),
                head.get("publisher").asText(),
                Optional.ofNullable(head.get("plugin")).map(JsonNode::asText),
                text(head, "title"),
                text(head, "description"),
                texts(head, "languages"),
                texts(head, "sources"),
                texts(head, "unconfirmed"),
                categories,
                questionnaires,
                digest(entries));
    }

    private static <T> T convert(String entry, JsonNode tree, Class<T> type) {
        try {
            return Json.readInput(Json.write(tree).getBytes(StandardCharsets.UTF_8), type);
        } catch (Problem problem) {
            throw new Problem(problem.violations().stream()
                    .map(fault -> new Violation(entry + "#" + fault.pointer(), fault.code(), fault.arguments()))
                    .toList());
        }
    }

    private static void collectKeys(Category category, Set<String> keys) {
        keys.add(category.key());
        category.children().forEach(child -> collectKeys(child, keys));
    }

    private static List<Violation> unknownCategories(Questionnaire questionnaire, Set<String> known) {
        String entry = PackEntries.QUESTIONNAIRES + questionnaire.key() + ".yaml#";
        List<Violation> faults = new ArrayList<>();
        for (int s = 0; s < questionnaire.sections().size(); s++) {
            var items = questionnaire.sections().get(s).items();
            for (int i = 0; i < items.size(); i++) {
                Optional<String> category = items.get(i).category();
                if (category.isPresent() && !known.contains(category.get())) {
                    faults.add(Violation.at(
                            entry + "/sections/" + s + "/items/" + i + "/category",
                            ErrorCode.UNKNOWN_KEY,
                            category.get()));
                }
            }
        }
        return faults;
    }

    private static LocalizedText text(ObjectNode node, String field) {
        JsonNode value = node.get(field);
        return value == null ? LocalizedText.EMPTY : Json.mapper().convertValue(value, LocalizedText.class);
    }

    private static List<String> texts(ObjectNode node, String field) {
        List<String> values = new ArrayList<>();
        JsonNode array = node.get(field);
        if (array != null) {
            array.forEach(value -> values.add(value.asText()));
        }
        return values;
    }

    /** Names and bytes of all entries, each with its length before it, so that no two packs hash alike. */
    private static String digest(Map<String, byte[]> entries) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            entries.forEach((name, bytes) -> {
                byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
                sha256.update((nameBytes.length + ":" + bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                sha256.update(nameBytes);
                sha256.update(bytes);
            });
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
