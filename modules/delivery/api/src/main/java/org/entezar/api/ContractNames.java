package org.entezar.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Names for the kinds, states and codes of the contract. Several classes have an enum of such a name, and the scanner
 * tells them apart by a number that follows the order in which it met them; a contract that others build on names them
 * after the place where they stand, as {@code EngagementViewState}, whatever else is added.
 */
final class ContractNames {

    private static final String REFERENCE = "#/components/schemas/";
    private static final Pattern NUMBER = Pattern.compile("\\d+$");

    /** From the scanner's name to that of the place. */
    private final Map<String, String> names;

    private ContractNames(Map<String, String> names) {
        this.names = names;
    }

    /** The names that enums take which share theirs with another schema. */
    static ContractNames of(Map<String, Schema> schemas) {
        Map<String, Long> plain = new HashMap<>();
        schemas.keySet().forEach(name -> plain.merge(plain(name), 1L, Long::sum));
        Map<String, String> names = new HashMap<>();
        new TreeMap<>(schemas)
                .forEach((owner, schema) -> references(schema, (property, reference) -> {
                    Schema named = schemas.get(reference);
                    if (named != null
                            && named.getEnumeration() != null
                            && plain.getOrDefault(plain(reference), 0L) > 1) {
                        names.putIfAbsent(reference, owner + property);
                    }
                }));
        return new ContractNames(names);
    }

    /** Gives the names to the schemas and to whatever refers to them in other schemas. */
    void give(Components components) {
        Map<String, Schema> renamed = new TreeMap<>();
        components.getSchemas().forEach((name, schema) -> renamed.put(names.getOrDefault(name, name), schema));
        renamed.values().forEach(this::refer);
        components.setSchemas(renamed);
    }

    private void refer(Schema schema) {
        String reference = schema.getRef();
        if (reference != null) {
            String name = reference.substring(REFERENCE.length());
            schema.setRef(REFERENCE + names.getOrDefault(name, name));
        }
        parts(schema).forEach(this::refer);
    }

    /** Hands over the name of every property, with a capital, and what schema it refers to. */
    private static void references(Schema schema, BiConsumer<String, String> found) {
        if (schema.getProperties() != null) {
            new TreeMap<>(schema.getProperties()).forEach((property, value) -> {
                String capital = property.substring(0, 1).toUpperCase(Locale.ROOT) + property.substring(1);
                all(value)
                        .filter(part -> part.getRef() != null)
                        .forEach(part -> found.accept(capital, part.getRef().substring(REFERENCE.length())));
            });
        }
    }

    private static Stream<Schema> all(Schema schema) {
        return Stream.concat(Stream.of(schema), parts(schema).stream().flatMap(ContractNames::all));
    }

    private static List<Schema> parts(Schema schema) {
        List<Schema> parts = new ArrayList<>();
        for (List<Schema> several : Arrays.asList(schema.getAnyOf(), schema.getOneOf(), schema.getAllOf())) {
            if (several != null) {
                parts.addAll(several);
            }
        }
        if (schema.getItems() != null) {
            parts.add(schema.getItems());
        }
        if (schema.getAdditionalPropertiesSchema() != null) {
            parts.add(schema.getAdditionalPropertiesSchema());
        }
        if (schema.getProperties() != null) {
            parts.addAll(schema.getProperties().values());
        }
        return parts;
    }

    private static String plain(String name) {
        return NUMBER.matcher(name).replaceAll("");
    }
}
