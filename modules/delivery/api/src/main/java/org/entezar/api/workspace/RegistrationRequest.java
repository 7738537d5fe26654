package org.entezar.api.workspace;

import java.util.List;
import java.util.Optional;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Language;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Violation;

/**
 * Body of {@code POST /registrations}.
 *
 * @param email whom the link goes to
 * @param language of the mail: en, fa, zh-Hans; English when absent
 */
record RegistrationRequest(Optional<String> email, Optional<String> language) {

    String address() {
        return email.filter(text -> !text.isBlank())
                .orElseThrow(() -> new Problem(List.of(Violation.at("/email", ErrorCode.REQUIRED))));
    }

    Language tongue() {
        return language.isEmpty()
                ? Language.ENGLISH
                : Language.of(language.get())
                        .orElseThrow(() -> new Problem(
                                List.of(Violation.at("/language", ErrorCode.UNKNOWN_LANGUAGE, language.get()))));
    }
}
