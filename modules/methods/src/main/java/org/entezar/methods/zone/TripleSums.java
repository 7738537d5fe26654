package org.entezar.methods.zone;

import java.math.BigInteger;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.answers.Scale;

/**
 * Sums over respondents' coded triples of minimum, desired and perceived service, from which every figure of
 * {@link ZoneOfTolerance} follows exactly at any size. One instance belongs to one thread; several are merged. Adding
 * allocates nothing.
 */
public final class TripleSums {
    private final Scale scale;
    private long n;
    private long incomplete;
    private long inverted;
    private long below;
    private long above;
    private long adequacy;
    private long width;
    private long adequacySquares;
    private long widthSquares;
    private long products;

    /** Starts with no respondent. */
    public TripleSums(Scale scale) {
        this.scale = scale;
    }

    /**
     * Adds one respondent.
     *
     * @throws InvalidInputException when a code is not on the scale
     */
    public void add(byte minimum, byte desired, byte perceived) {
        if (minimum == Scale.MISSING || desired == Scale.MISSING || perceived == Scale.MISSING) {
            incomplete++;
            return;
        }
        int m = code("minimum", minimum);
        int d = code("desired", desired);
        int p = code("perceived", perceived);
        if (d < m) {
            inverted++;
            return;
        }
        int a = p - m;
        int w = d - m;
        n++;
        if (a < 0) {
            below++;
        } else if (p > d) {
            above++;
        }
        adequacy += a;
        width += w;
        adequacySquares += (long) a * a;
        widthSquares += (long) w * w;
        products += (long) a * w;
    }

    private int code(String field, byte code) {
        int answer = code & 0xFF;
        if (answer < scale.least() || answer > scale.greatest()) {
            throw InvalidInputException.of(Code.OUT_OF_RANGE, field, answer + " is not on the scale");
        }
        return answer;
    }

    /** Adds columns of the same length; an answer off the scale is refused with its index. */
    public void add(byte[] minimum, byte[] desired, byte[] perceived) {
        if (minimum.length != desired.length || minimum.length != perceived.length) {
            throw InvalidInputException.of(Code.WRONG_LENGTH, "columns", "the three columns differ in length");
        }
        for (int i = 0; i < minimum.length; i++) {
            try {
                add(minimum[i], desired[i], perceived[i]);
            } catch (InvalidInputException refused) {
                throw refused.within("triples", i);
            }
        }
    }

    /** Adds what another instance has seen. */
    public void merge(TripleSums other) {
        n += other.n;
        incomplete += other.incomplete;
        inverted += other.inverted;
        below += other.below;
        above += other.above;
        adequacy += other.adequacy;
        width += other.width;
        adequacySquares += other.adequacySquares;
        widthSquares += other.widthSquares;
        products += other.products;
    }

    /** The figures of the zone. */
    public ZoneOfTolerance evaluate(double confidence) {
        return ZoneOfTolerance.of(
                new ZoneOfTolerance.Counts(n, incomplete, inverted, below, above),
                n == 0 ? 0 : (double) adequacy / n,
                n == 0 ? 0 : (double) width / n,
                spread(adequacySquares, adequacy, adequacy),
                spread(widthSquares, width, width),
                spread(products, adequacy, width),
                confidence);
    }

    /** (n·Σxy - Σx·Σy)/(n(n-1)) without rounding before the division. */
    private double spread(long sumOfProducts, long first, long second) {
        if (n < 2) {
            return 0;
        }
        BigInteger centred = BigInteger.valueOf(n)
                .multiply(BigInteger.valueOf(sumOfProducts))
                .subtract(BigInteger.valueOf(first).multiply(BigInteger.valueOf(second)));
        return centred.doubleValue() / ((double) n * (n - 1));
    }
}
