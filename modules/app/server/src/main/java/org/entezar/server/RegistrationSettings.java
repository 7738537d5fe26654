package org.entezar.server;

import java.util.Locale;
import org.entezar.kernel.settings.Setting;
import org.entezar.kernel.settings.Settings;
import org.entezar.workspace.Openness;

/**
 * How the installation takes in new workspaces and people.
 *
 * @param who may make one
 * @param perHour mails for signing up that one client address causes in an hour
 * @param privateProviders whether identity providers of workspaces may be in private networks
 */
record RegistrationSettings(Openness who, int perHour, boolean privateProviders) {

    /** What the settings say. */
    static RegistrationSettings of(Settings settings) {
        String who = settings.find(Setting.REGISTRATION).orElse(settings.flag(Setting.DEMO) ? "open" : "closed");
        return new RegistrationSettings(
                Openness.valueOf(who.toUpperCase(Locale.ROOT)),
                settings.number(Setting.SIGN_UPS_PER_HOUR),
                settings.flag(Setting.PROVIDERS_ON_PRIVATE_ADDRESSES));
    }
}
