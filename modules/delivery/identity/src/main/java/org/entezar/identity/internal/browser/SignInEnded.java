package org.entezar.identity.internal.browser;

/** The identity provider no longer stands behind a sign-in: it was ended, revoked, or lasted too long. */
final class SignInEnded extends Exception {

    private static final long serialVersionUID = 1L;

    SignInEnded(String message) {
        super(message);
    }
}
