package org.entezar.workspace;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entezar.kernel.LocalizedText;

/**
 * A workspace to be created.
 *
 * @param alias 3 to 40 small Latin letters, digits and single hyphens, starting with a letter; unique on the installation
 * @param name its name for people, in the first language at least
 * @param languages BCP 47 tags, the first being the default; at least one
 * @param timeZone IANA name
 * @param plugins ids of industry plugins to switch on
 * @param owner login or e-mail address of a known person who becomes its owner; empty when nobody is yet
 */
public record NewWorkspace(
        String alias,
        LocalizedText name,
        List<String> languages,
        String timeZone,
        Set<String> plugins,
        Optional<String> owner) {

    public NewWorkspace {
        languages = List.copyOf(languages);
        plugins = Set.copyOf(plugins);
    }
}
