package org.entezar.launcher;

import static org.entezar.kernel.settings.Setting.KEYCLOAK_URL;
import static org.entezar.kernel.settings.Setting.PUBLIC_URL;

/** The last words of a start: where to go, and who may come in. */
final class Welcome {
    private Welcome() {}

    static void say(Progress progress, Plan plan, DataFolder data) {
        progress.say("Entezar is ready: " + plan.text(PUBLIC_URL));
        if (plan.isDemo()) {
            progress.line("""

                    Demo workspaces, filled with simulated responses:
                      aria-hotel      owner.hotel     analyst.hotel     frontline.hotel     auditor.hotel
                      renai-hospital  owner.hospital  analyst.hospital  frontline.hospital  auditor.hospital
                      harbour-retail  owner.retail    analyst.retail    frontline.retail    auditor.retail
                    and partner (template packs), operator (the platform).
                    Password of all: %s
                    """.formatted(Plan.DEMO_PASSWORD));
        } else if (plan.startsKeycloak()) {
            progress.line("\nFirst person: operator; the password is in "
                    + data.secrets().resolve("operator-password") + " unless ENTEZAR_OPERATOR_PASSWORD was set."
                    + "\nKeycloak's own administration: " + plan.text(KEYCLOAK_URL) + "/admin, person admin; the"
                    + " password is in " + data.secrets().resolve("keycloak-admin") + ".\n");
        }
        progress.line("Ctrl-C stops everything.");
    }
}
