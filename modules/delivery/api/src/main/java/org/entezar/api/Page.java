package org.entezar.api;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;

/**
 * One page of a long list, cut by key: {@code ?after=<next>&limit=<n>} gives the following one, however the list grows
 * meanwhile.
 *
 * @param items this page's
 * @param next what to send as {@code after} for the next page; absent on the last
 */
public record Page<T>(List<T> items, Optional<String> next) {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAXIMUM_LIMIT = 500;

    /**
     * The page out of a list that was read one longer than the limit.
     *
     * @param read at most {@code limit + 1} things
     * @param key what a thing is continued after
     */
    public static <T> Page<T> of(List<T> read, int limit, Function<T, String> key) {
        if (read.size() <= limit) {
            return new Page<>(read, Optional.empty());
        }
        List<T> items = read.subList(0, limit);
        return new Page<>(items, Optional.of(key.apply(items.get(limit - 1))));
    }

    /**
     * The limit that the request asked for, {@value #DEFAULT_LIMIT} when it asked for none.
     *
     * @throws Problem {@link ErrorCode#MALFORMED_PARAMETER} unless it is a number from 1 to {@value #MAXIMUM_LIMIT}
     */
    public static int limit(@org.jspecify.annotations.Nullable String parameter) {
        if (parameter == null) {
            return DEFAULT_LIMIT;
        }
        try {
            int limit = Integer.parseInt(parameter);
            if (limit >= 1 && limit <= MAXIMUM_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException notANumber) {
            throw new Problem(ErrorCode.MALFORMED_PARAMETER, "limit", parameter);
        }
        throw new Problem(ErrorCode.MALFORMED_PARAMETER, "limit", parameter);
    }
}
