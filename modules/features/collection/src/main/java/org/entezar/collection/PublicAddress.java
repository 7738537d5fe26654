package org.entezar.collection;

import java.net.URI;

/**
 * Where respondents find this installation.
 *
 * @param base its public address, such as {@code https://entezar.example.org}
 */
public record PublicAddress(URI base) {

    /** The address of a campaign's first page, which goes into links and QR codes. */
    public String of(Campaign campaign) {
        String start = base.toString();
        return (start.endsWith("/") ? start : start + "/") + "s/" + campaign.publicToken();
    }
}
