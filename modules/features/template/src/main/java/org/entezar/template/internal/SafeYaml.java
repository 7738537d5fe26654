package org.entezar.template.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * YAML from strangers as a plain tree: no tags, no objects, no aliases that blow up, bounded depth and size, duplicate
 * keys refused.
 */
final class SafeYaml {

    /** Most bytes of one entry. */
    static final int MAXIMUM_BYTES = 1024 * 1024;

    private static final int MAXIMUM_DEPTH = 30;
    private static final int MAXIMUM_ALIASES = 20;

    private static final ObjectMapper MAPPER = mapper();

    private SafeYaml() {}

    private static ObjectMapper mapper() {
        LoaderOptions limits = new LoaderOptions();
        limits.setNestingDepthLimit(MAXIMUM_DEPTH);
        limits.setMaxAliasesForCollections(MAXIMUM_ALIASES);
        limits.setCodePointLimit(MAXIMUM_BYTES);
        limits.setAllowDuplicateKeys(false);
        YAMLFactory factory = YAMLFactory.builder()
                .loaderOptions(limits)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return new ObjectMapper(factory).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /**
     * The tree of an entry.
     *
     * @throws Problem {@link ErrorCode#TOO_LARGE} or {@link ErrorCode#UNREADABLE_FILE} with entry, line and column
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
            JsonNode tree = MAPPER.readTree(text);
            if (tree == null || !tree.isObject()) {
                throw new Problem(ErrorCode.UNREADABLE_FILE, entry);
            }
            return tree;
        } catch (CharacterCodingException notUtf8) {
            throw new Problem(ErrorCode.UNREADABLE_FILE, entry + ": UTF-8");
        } catch (JsonProcessingException malformed) {
            String place = malformed.getLocation() == null
                    ? ""
                    : ":" + malformed.getLocation().getLineNr() + ":"
                            + malformed.getLocation().getColumnNr();
            throw new Problem(ErrorCode.UNREADABLE_FILE, entry + place);
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }
}
