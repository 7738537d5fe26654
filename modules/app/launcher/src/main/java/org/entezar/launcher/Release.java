package org.entezar.launcher;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A release number, {@code major.minor.patch}; what stands behind a hyphen does not count. */
record Release(int major, int minor, int patch) implements Comparable<Release> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6})(?:-.*)?");

    /**
     * Reads a release number.
     *
     * @throws IllegalArgumentException when the text is none
     */
    static Release of(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a release number: " + text);
        }
        int[] numbers = Arrays.stream(new int[] {1, 2, 3})
                .map(group -> Integer.parseInt(matcher.group(group)))
                .toArray();
        return new Release(numbers[0], numbers[1], numbers[2]);
    }

    @Override
    public int compareTo(Release other) {
        int byMajor = Integer.compare(major, other.major);
        int byMinor = Integer.compare(minor, other.minor);
        return byMajor != 0 ? byMajor : byMinor != 0 ? byMinor : Integer.compare(patch, other.patch);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
