package org.entezar.platform.mail;

/** What carries mail out of the house. */
@FunctionalInterface
public interface Post {

    /** One mail as it leaves. */
    record Parcel(String messageId, MailAddress recipient, Letter letter) {}

    /**
     * Hands a mail over; returns once the other side has taken responsibility for it.
     *
     * @throws Undelivered when it has not
     */
    void deliver(Parcel parcel) throws Undelivered;

    /** A mail was not taken. */
    final class Undelivered extends Exception {

        private static final long serialVersionUID = 1L;

        private final MailFault fault;

        public Undelivered(MailFault fault, String answer) {
            super(answer);
            this.fault = fault;
        }

        public MailFault fault() {
            return fault;
        }

        /** What the other side said. */
        public String answer() {
            String said = getMessage();
            return said == null ? "" : said;
        }
    }
}
