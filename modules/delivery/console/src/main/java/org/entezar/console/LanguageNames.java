package org.entezar.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Languages that are offered for choosing, with their names. In views: {@code languageNames}. */
@Named
@RequestScoped
public class LanguageNames {

    /** Languages offered first to last; any other BCP 47 tag can be typed. */
    public static final List<String> OFFERED = List.of(
            "en", "fa", "zh-Hans", "ar", "az", "bn", "de", "es", "fr", "he", "hi", "hy", "id", "it", "ja", "ka", "ko",
            "ku", "ckb", "nl", "pl", "ps", "pt", "ru", "sw", "tg", "th", "tr", "uk", "ur", "uz", "vi", "zh-Hant");

    @Inject
    Format format;

    @Inject
    CurrentWorkspace workspace;

    @Inject
    Place place;

    public List<String> getOffered() {
        return OFFERED;
    }

    /** Tag to name in the visitor's language, for scripts. */
    public String getJson() {
        Map<String, String> names = new TreeMap<>();
        OFFERED.forEach(tag -> names.put(tag, format.language(tag)));
        if (place.isInWorkspace()) {
            workspace.getLanguages().forEach(tag -> names.put(tag, format.language(tag)));
        }
        return Exchange.embedded(names);
    }
}
