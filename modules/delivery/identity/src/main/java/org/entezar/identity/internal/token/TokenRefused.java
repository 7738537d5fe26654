package org.entezar.identity.internal.token;

/** A token that must not open anything. The reason is for the sender: it names the fault and never the token. */
public final class TokenRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    public TokenRefused(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** The fault in a few English words. */
    public String reason() {
        return reason;
    }
}
