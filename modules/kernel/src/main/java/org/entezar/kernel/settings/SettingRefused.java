package org.entezar.kernel.settings;

/** A setting is missing, unknown or malformed. The message names it, where it was found, and what to do. */
public final class SettingRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Makes a refusal with a message for the operator. */
    public SettingRefused(String message) {
        super(message);
    }
}
