package org.entezar.calculator;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Violation;
import org.entezar.methods.Interruption;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.calculator.Calculator;
import org.entezar.platform.fairness.RateLimit;
import org.jspecify.annotations.Nullable;

/**
 * The calculator as strangers may use it: so many requests a minute from one address, so many at a time in all, so much
 * data and so much time for each, and no file of the server in reach.
 */
public final class PublicCalculator {

    /** Most bytes of one request. */
    public static final int MAXIMUM_BYTES = 256 * 1024;

    private static final int PER_MINUTE = 60;
    private static final int AT_A_TIME = 2;
    private static final int KNOWN_ADDRESSES = 10_000;
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String DATA_FILE = "data_file";

    private final Duration longest;
    private final Semaphore running = new Semaphore(AT_A_TIME);
    private final RateLimit<String> rate;

    /** With ten seconds for each request. */
    public PublicCalculator(Clock clock) {
        this(LONGEST, clock);
    }

    PublicCalculator(Duration longest, Clock clock) {
        this.longest = longest;
        this.rate = new RateLimit<>(KNOWN_ADDRESSES, Duration.ofMinutes(1), clock);
    }

    /**
     * Evaluates a function.
     *
     * @param address who asks, for the rate
     * @return the outputs; a refused value comes as a violation whose arguments are the message in English and the
     *     code of {@link InvalidInputException.Code}
     * @throws Problem {@link ErrorCode#NOT_FOUND} for an unknown function, {@link ErrorCode#INVALID} with the place of
     *     a bad input or, without a place, when it would take too long, {@link ErrorCode#TOO_MANY_REQUESTS}, {@link ErrorCode#OVERLOADED}
     */
    public Map<String, @Nullable Object> evaluate(String function, Map<String, Object> inputs, String address) {
        Calculator calculator = Calculator.all();
        if (calculator.function(function).isEmpty()) {
            throw new Problem(ErrorCode.NOT_FOUND);
        }
        if (inputs.containsKey(DATA_FILE)) {
            throw new Problem(List.of(Violation.at("/" + DATA_FILE, ErrorCode.UNKNOWN_FIELD, DATA_FILE)));
        }
        takeTurn(address);
        boolean admitted = false;
        try {
            admitted = running.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (!admitted) {
                throw new Problem(ErrorCode.OVERLOADED, PATIENCE.toSeconds());
            }
            try (Deadline deadline = Deadline.after(longest)) {
                return calculator.evaluate(function, inputs);
            }
        } catch (Interruption late) {
            throw new Problem(List.of(Violation.at(
                    "",
                    ErrorCode.BAD_INPUT,
                    "this takes longer than " + longest.toSeconds() + " seconds",
                    InvalidInputException.Code.TOO_LARGE.name())));
        } catch (InvalidInputException bad) {
            throw new Problem(List.of(Violation.at(
                    pointer(bad.place()),
                    ErrorCode.BAD_INPUT,
                    String.valueOf(bad.getMessage()),
                    bad.code().name())));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Problem(ErrorCode.OVERLOADED, PATIENCE.toSeconds());
        } finally {
            if (admitted) {
                running.release();
            }
        }
    }

    private void takeTurn(String address) {
        long wait = rate.take(address, PER_MINUTE);
        if (wait > 0) {
            throw new Problem(ErrorCode.TOO_MANY_REQUESTS, wait);
        }
    }

    /** The methods' {@code items[3]} as a JSON Pointer. */
    static String pointer(String place) {
        return "/" + place.replaceAll("\\[(\\d+)]", "/$1").replace('.', '/');
    }
}
