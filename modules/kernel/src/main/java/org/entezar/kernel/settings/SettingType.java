package org.entezar.kernel.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the text of a setting must look like. */
public enum SettingType {
    /** Any text. */
    TEXT("text"),
    /** {@code true} or {@code false}. */
    FLAG("true or false") {
        @Override
        boolean accepts(String text) {
            return text.equals("true") || text.equals("false");
        }
    },
    /** A TCP port. */
    PORT("a port, 1 to 65535") {
        @Override
        boolean accepts(String text) {
            return isWhole(text, 1, 65_535);
        }
    },
    /** A whole number above zero. */
    NUMBER("a whole number, 1 to 1000000000") {
        @Override
        boolean accepts(String text) {
            return isWhole(text, 1, 1_000_000_000);
        }
    },
    /** A size of memory. */
    MEMORY("a size of memory such as 256m or 2g") {
        @Override
        boolean accepts(String text) {
            return text.matches("[1-9][0-9]{0,5}[mg]");
        }
    },
    /** A folder or file; a relative one is taken from the folder in which the command runs. */
    PATH("a folder or file"),
    /** An address of the web without a slash at its end. */
    WEB_ADDRESS("an address such as https://feedback.example.org, without a slash at its end") {
        @Override
        boolean accepts(String text) {
            try {
                URI uri = new URI(text);
                return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                        && uri.getHost() != null
                        && uri.getQuery() == null
                        && uri.getFragment() == null
                        && !text.endsWith("/");
            } catch (URISyntaxException malformed) {
                return false;
            }
        }
    },
    /** Who may make a workspace. */
    OPENNESS("open, invitation or closed") {
        @Override
        boolean accepts(String text) {
            return text.equals("open") || text.equals("invitation") || text.equals("closed");
        }
    },
    /** How the way to a mail server is protected. */
    MAIL_SECURITY("starttls, tls or none") {
        @Override
        boolean accepts(String text) {
            return text.equals("starttls") || text.equals("tls") || text.equals("none");
        }
    },
    /** An e-mail address. */
    MAIL_ADDRESS("an e-mail address such as entezar@example.org") {
        @Override
        boolean accepts(String text) {
            return text.length() <= 254 && text.matches("[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9.-]{1,189}");
        }
    },
    /** A JDBC address of PostgreSQL. */
    DATABASE_ADDRESS("a JDBC address such as jdbc:postgresql://db.example.org:5432/entezar") {
        @Override
        boolean accepts(String text) {
            return DATABASE.matcher(text).matches();
        }
    };

    private static final Pattern DATABASE =
            Pattern.compile("jdbc:postgresql://[^/?#\\s]+/[A-Za-z0-9_-]+(\\?[^#\\s]*)?");

    private final String description;

    SettingType(String description) {
        this.description = description;
    }

    /** What is accepted, in words. */
    public String description() {
        return description;
    }

    boolean accepts(String text) {
        return !text.isBlank();
    }

    /** What is wrong with the text, if anything is. */
    Optional<String> refusal(String text) {
        return accepts(text) ? Optional.empty() : Optional.of("must be " + description);
    }

    private static boolean isWhole(String text, int from, int to) {
        if (!text.matches("[0-9]{1,10}")) {
            return false;
        }
        long value = Long.parseLong(text);
        return value >= from && value <= to;
    }
}
