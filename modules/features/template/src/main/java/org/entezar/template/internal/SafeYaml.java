package org.entezar.template.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * YAML from strangers as a plain tree: no tags, no objects, bounded depth and size, duplicate keys refused. Aliases are
 * resolved, but the tree that they unfold into is bounded too, so that a few lines cannot fill the memory.
 */
final class SafeYaml {

    /** Most bytes of one entry. */
    static final int MAXIMUM_BYTES = 1024 * 1024;

    private static final int MAXIMUM_DEPTH = 30;
    private static final int MAXIMUM_ALIASES = 500;
    private static final int MAXIMUM_NODES = 200_000;

    private final String entry;
    private int nodes;

    private SafeYaml(String entry) {
        this.entry = entry;
    }

    /**
     * The tree of an entry.
     *
     * @throws Problem {@link ErrorCode#TOO_LARGE}, {@link ErrorCode#TOO_DEEP}, or {@link ErrorCode#UNREADABLE_FILE}
     *     with entry, line and column
     */
    static JsonNode read(String entry, byte[] bytes) {
        if (bytes.length > MAXIMUM_BYTES) {
            throw new Problem(ErrorCode.TOO_LARGE, MAXIMUM_BYTES);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            Object loaded = new Yaml(new SafeConstructor(limits())).load(text);
            if (!(loaded instanceof Map)) {
                throw new Problem(ErrorCode.UNREADABLE_FILE, entry);
            }
            return new SafeYaml(entry).tree(loaded, 0);
        } catch (CharacterCodingException notUtf8) {
            throw new Problem(ErrorCode.UNREADABLE_FILE, entry + ": UTF-8");
        } catch (MarkedYAMLException malformed) {
            String place = malformed.getProblemMark() == null
                    ? ""
                    : ":" + (malformed.getProblemMark().getLine() + 1) + ":"
                            + (malformed.getProblemMark().getColumn() + 1);
            throw new Problem(ErrorCode.UNREADABLE_FILE, entry + place);
        } catch (YAMLException | StackOverflowError malformed) {
            throw new Problem(ErrorCode.UNREADABLE_FILE, entry);
        }
    }

    private static LoaderOptions limits() {
        LoaderOptions limits = new LoaderOptions();
        limits.setNestingDepthLimit(MAXIMUM_DEPTH);
        limits.setMaxAliasesForCollections(MAXIMUM_ALIASES);
        limits.setCodePointLimit(MAXIMUM_BYTES);
        limits.setAllowDuplicateKeys(false);
        limits.setAllowRecursiveKeys(false);
        return limits;
    }

    private JsonNode tree(@Nullable Object value, int depth) {
        if (++nodes > MAXIMUM_NODES) {
            throw new Problem(ErrorCode.TOO_MANY, MAXIMUM_NODES);
        }
        if (depth > MAXIMUM_DEPTH) {
            throw new Problem(ErrorCode.TOO_DEEP, MAXIMUM_DEPTH);
        }
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = json.objectNode();
            map.forEach((key, child) -> object.set(String.valueOf(key), tree(child, depth + 1)));
            return object;
        }
        if (value instanceof List<?> list) {
            ArrayNode array = json.arrayNode();
            list.forEach(child -> array.add(tree(child, depth + 1)));
            return array;
        }
        if (value instanceof String text) {
            return json.textNode(text);
        }
        if (value instanceof Boolean flag) {
            return json.booleanNode(flag);
        }
        if (value instanceof Integer number) {
            return json.numberNode(number);
        }
        if (value instanceof Long number) {
            return json.numberNode(number);
        }
        if (value instanceof BigInteger number) {
            return json.numberNode(number);
        }
        if (value instanceof Double number && Double.isFinite(number)) {
            return json.numberNode(number);
        }
        if (value == null) {
            return json.nullNode();
        }
        // Dates, sets, bytes: things that YAML knows and a pack does not.
        throw new Problem(ErrorCode.UNREADABLE_FILE, entry);
    }
}
