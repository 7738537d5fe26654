package org.entezar.methods.calculator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;

/** One case of a vector file. */
@NullUnmarked
record VectorCase(
        String file,
        String id,
        String function,
        Map<String, Object> inputs,
        Map<String, Object> expected,
        Map<String, Object> tolerance) {

    /** The vector files, as they were made with R. */
    static final List<String> FILES = List.of(
            "ab_tests",
            "boulding",
            "customer_value",
            "disconfirmation",
            "five_gaps",
            "forecasting",
            "fuzzy_ahp",
            "ipa",
            "kano",
            "loyalty_exit",
            "nps_csat_ces_acsi",
            "payment_equity",
            "pls_sem",
            "queueing",
            "segmentation_trend_control",
            "sem_ml",
            "serial_claimants",
            "servqual",
            "zone_of_tolerance");

    static Stream<VectorCase> all() {
        return FILES.stream().flatMap(VectorCase::of);
    }

    static Stream<VectorCase> of(String file) {
        Map<String, Object> root = object(read("/vectors/" + file + ".json"));
        return ((List<?>) root.get("cases"))
                .stream()
                        .map(VectorCase::object)
                        .map(c -> new VectorCase(
                                file,
                                (String) c.get("id"),
                                (String) c.get("function"),
                                object(c.get("inputs")),
                                object(c.get("expected")),
                                object(c.get("tolerance"))));
    }

    private static Object read(String resource) {
        try (InputStream in = VectorCase.class.getResourceAsStream(resource)) {
            return JsonReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JsonReader.JsonException e) {
            throw new IllegalStateException(resource, e);
        }
    }

    static Map<String, Object> object(Object value) {
        Map<String, Object> object = new LinkedHashMap<>();
        ((Map<?, ?>) value).forEach((name, inner) -> object.put((String) name, inner));
        return object;
    }

    @Override
    public String toString() {
        return file + ": " + id + " (" + function + ")";
    }
}
