package org.entezar.platform.mail;

/** Why a mail could not be sent. */
public enum MailFault {
    /** The mail server does not answer. */
    UNREACHABLE(false),
    /** The mail server does not know our user or password. */
    AUTHENTICATION(false),
    /** The mail server refuses for the time being (4xx). */
    REFUSED_FOR_NOW(false),
    /** The mail server refuses for good (5xx), such as an address that does not exist. */
    REFUSED(true),
    /** What it was about was over before it could be sent. */
    TOO_LATE(true),
    /** Its content cannot be opened: the key that sealed it is gone. */
    SEALED(true);

    private final boolean lasting;

    MailFault(boolean lasting) {
        this.lasting = lasting;
    }

    /** Whether trying again by itself is of no use. */
    public boolean isLasting() {
        return lasting;
    }
}
