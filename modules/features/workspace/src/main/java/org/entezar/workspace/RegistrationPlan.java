package org.entezar.workspace;

import java.net.URI;

/**
 * How an installation takes in new workspaces.
 *
 * @param publicUrl where browsers reach the product, without a slash at the end
 * @param perHour mails for signing up that one client address causes in an hour, at most; all of them together cause
 *     {@value #TOGETHER} times as many
 */
public record RegistrationPlan(Openness openness, URI publicUrl, int perHour) {

    /** What all addresses together may cause, as a multiple of what one may. */
    public static final int TOGETHER = 20;
}
