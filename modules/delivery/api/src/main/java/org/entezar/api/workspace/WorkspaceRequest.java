package org.entezar.api.workspace;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entezar.kernel.LocalizedText;
import org.entezar.workspace.NewWorkspace;

/**
 * Body of {@code POST /workspaces}.
 *
 * @param alias its name in addresses
 * @param name for people
 * @param locale its first language
 * @param languages further languages
 * @param timeZone IANA name; UTC when absent
 * @param plugins industry plugins to switch on
 * @param owner login or e-mail address of a known person
 */
record WorkspaceRequest(
        Optional<String> alias,
        Optional<LocalizedText> name,
        Optional<String> locale,
        Optional<List<String>> languages,
        Optional<String> timeZone,
        Optional<List<String>> plugins,
        Optional<String> owner) {

    NewWorkspace workspace() {
        Set<String> all = new LinkedHashSet<>();
        locale.ifPresent(all::add);
        languages.ifPresent(all::addAll);
        if (all.isEmpty()) {
            all.add("en");
        }
        return new NewWorkspace(
                alias.orElse(""),
                name.orElse(LocalizedText.EMPTY),
                List.copyOf(all),
                timeZone.orElse("UTC"),
                Set.copyOf(plugins.orElse(List.of())),
                owner);
    }
}
