package org.entezar.platform.mail;

import java.util.Optional;

/**
 * The mail server that takes our mail.
 *
 * @param host its name
 * @param port its port
 * @param security how the way to it is protected
 * @param account who we are there; empty where it asks nobody
 */
public record SmtpSettings(String host, int port, Security security, Optional<Account> account) {

    /** How the way to the mail server is protected. */
    public enum Security {
        /** Begins in the clear and must change to TLS, as on port 587. */
        STARTTLS,
        /** TLS from the first byte, as on port 465. */
        TLS,
        /** Not at all: for a mail server on the same machine. */
        NONE
    }

    /** Name and password. */
    public record Account(String user, String password) {
        @Override
        public String toString() {
            return "Account[" + user + "]";
        }
    }
}
