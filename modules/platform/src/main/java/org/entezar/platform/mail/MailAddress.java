package org.entezar.platform.mail;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that mail can be sent to: what RFC 5321 calls a mailbox with a dot-string, in ASCII. No spaces, quotes,
 * comments or line breaks, so that it cannot carry a second address or another header. Domains are written small.
 */
public record MailAddress(@JsonValue String value) {

    private static final int LONGEST = 254;
    private static final Pattern SHAPE = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*+"
                    + "@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*");
    private static final int LONGEST_NAME = 64;

    @JsonCreator
    public MailAddress {
        if (!isOne(value)) {
            throw new IllegalArgumentException("not an e-mail address");
        }
        int at = value.lastIndexOf('@');
        value = value.substring(0, at) + value.substring(at).toLowerCase(Locale.ROOT);
    }

    /** The address that somebody typed, spaces around it taken off; empty when it is none. */
    public static Optional<MailAddress> of(String typed) {
        String text = typed.strip();
        return isOne(text) ? Optional.of(new MailAddress(text)) : Optional.empty();
    }

    private static boolean isOne(String text) {
        return text.length() <= LONGEST
                && text.indexOf('@') <= LONGEST_NAME
                && SHAPE.matcher(text).matches();
    }

    /** What stands behind the @. */
    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1);
    }

    /** Whether both reach the same mailbox: case says nothing. */
    public boolean isSame(MailAddress other) {
        return value.equalsIgnoreCase(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
