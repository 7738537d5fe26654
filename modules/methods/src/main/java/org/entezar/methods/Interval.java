package org.entezar.methods;

/** A closed range of numbers, for example a confidence interval. */
public record Interval(double low, double high) {
    /** Refuses an interval whose ends are not numbers or stand the wrong way round. */
    public Interval {
        if (!(low <= high)) {
            throw new ArithmeticException("not an interval: [" + low + ", " + high + "]");
        }
    }

    /** Whether the number lies inside, ends included. */
    public boolean contains(double number) {
        return low <= number && number <= high;
    }

    /** The same interval cut off at the given ends. */
    public Interval clip(double least, double greatest) {
        return new Interval(Math.min(Math.max(low, least), greatest), Math.max(Math.min(high, greatest), least));
    }
}
