package org.entezar.workspace;

import org.entezar.kernel.Language;

/**
 * What somebody types who accepts an invitation and has no account yet.
 *
 * @param givenName may not be blank
 * @param familyName may not be blank
 * @param password 12 to 128 characters; handed to the identity provider and kept nowhere else
 * @param language of the sign-in pages
 */
public record NewAccount(String givenName, String familyName, String password, Language language) {
    @Override
    public String toString() {
        return "NewAccount[]";
    }
}
