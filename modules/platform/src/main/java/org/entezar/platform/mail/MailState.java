package org.entezar.platform.mail;

/** How far a mail is. */
public enum MailState {
    /** To be sent, for the first time or again. */
    WAITING,
    /** A mail server has taken it. */
    SENT,
    /** Given up; somebody may have it tried again. */
    FAILED,
    /** No longer wanted before it was sent. */
    CANCELLED
}
