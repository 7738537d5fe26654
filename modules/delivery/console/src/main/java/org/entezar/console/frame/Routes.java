package org.entezar.console.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Leads a path to what hangs there. A literal part goes before a parameter, so {@code campaigns/new} is found although
 * {@code campaigns/{campaign}} would take it as well.
 *
 * @param <T> what hangs at a path
 */
final class Routes<T> {

    /** What a path led to, and the parts it brought. */
    record Found<T>(T target, Map<String, String> parameters) {}

    private record Route<T>(String[] parts, T target) {

        Optional<Map<String, String>> match(String[] path) {
            if (path.length != parts.length) {
                return Optional.empty();
            }
            Map<String, String> parameters = new LinkedHashMap<>();
            for (int i = 0; i < parts.length; i++) {
                if (isParameter(parts[i])) {
                    if (path[i].isEmpty()) {
                        return Optional.empty();
                    }
                    parameters.put(parts[i].substring(1, parts[i].length() - 1), path[i]);
                } else if (!parts[i].equals(path[i])) {
                    return Optional.empty();
                }
            }
            return Optional.of(parameters);
        }

        long parameterCount() {
            return Arrays.stream(parts).filter(Route::isParameter).count();
        }

        private static boolean isParameter(String part) {
            return part.startsWith("{") && part.endsWith("}");
        }
    }

    private final List<Route<T>> routes = new ArrayList<>();

    /**
     * Hangs a target at a path.
     *
     * @throws IllegalStateException when something hangs there already
     */
    void add(String path, T target) {
        String[] parts = split(path);
        boolean taken = routes.stream().anyMatch(route -> shape(route.parts).equals(shape(parts)));
        if (taken) {
            throw new IllegalStateException("two pages at " + path);
        }
        routes.add(new Route<>(parts, target));
        routes.sort(Comparator.comparingLong(Route::parameterCount));
    }

    Optional<Found<T>> find(String path) {
        String[] parts = split(path);
        for (Route<T> route : routes) {
            Optional<Map<String, String>> parameters = route.match(parts);
            if (parameters.isPresent()) {
                return Optional.of(new Found<>(route.target(), parameters.get()));
            }
        }
        return Optional.empty();
    }

    private static String[] split(String path) {
        return path.split("/", -1);
    }

    private static String shape(String[] parts) {
        return String.join(
                "/",
                Arrays.stream(parts)
                        .map(part -> part.startsWith("{") ? "{}" : part)
                        .toList());
    }
}
