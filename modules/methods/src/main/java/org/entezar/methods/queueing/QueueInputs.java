package org.entezar.methods.queueing;

import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;

/** The checks that all queues share. */
final class QueueInputs {
    /** More servers or places than any service has; guards against endless loops. */
    static final int MOST_SERVERS = 1_000_000;

    private static final double MOST_PATIENT = 1e10;

    private QueueInputs() {}

    static void rate(String field, double value, boolean zeroAllowed) {
        boolean fits = Double.isFinite(value) && (zeroAllowed ? value >= 0 : value > 0);
        if (!fits) {
            throw InvalidInputException.of(
                    Code.OUT_OF_RANGE,
                    field,
                    "a " + (zeroAllowed ? "non-negative" : "positive") + " number, got " + value);
        }
    }

    static void load(double arrivalRate, double serviceRate) {
        if (arrivalRate / serviceRate > MOST_SERVERS) {
            throw InvalidInputException.of(Code.TOO_LARGE, "lambda", "more than " + MOST_SERVERS + " erlangs");
        }
    }

    /** The chain has some √(λ/θ) likely states. */
    static void patience(double arrivalRate, double abandonmentRate) {
        if (arrivalRate / abandonmentRate > MOST_PATIENT) {
            throw InvalidInputException.of(
                    Code.OUT_OF_RANGE, "theta", "too small beside lambda; 0 stands for endless patience");
        }
    }

    static void servers(String field, int value) {
        if (value < 1 || value > MOST_SERVERS) {
            throw InvalidInputException.of(Code.OUT_OF_RANGE, field, "1.." + MOST_SERVERS + ", got " + value);
        }
    }

    static void share(String field, double value) {
        if (!(value > 0 && value < 1)) {
            throw InvalidInputException.of(Code.OUT_OF_RANGE, field, "between 0 and 1, ends excluded, got " + value);
        }
    }

    static void times(String field, double[] times) {
        for (int i = 0; i < times.length; i++) {
            if (!(Double.isFinite(times[i]) && times[i] >= 0)) {
                throw InvalidInputException.at(Code.OUT_OF_RANGE, field, i, "a non-negative time, got " + times[i]);
            }
        }
    }
}
