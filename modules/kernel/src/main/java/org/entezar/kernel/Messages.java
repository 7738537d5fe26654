package org.entezar.kernel;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * Texts of the product by key, from a bundle that exists in every {@link Language}. A key that is missing is shown as
 * itself, so that a gap is seen and nothing breaks; a test over all bundles lets no such gap pass.
 */
public final class Messages {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final String bundle;
    private final ClassLoader loader;

    /**
     * @param bundle base name, such as {@code org.entezar.kernel.errors}
     * @param owner a class beside which the bundle stands
     */
    public Messages(String bundle, Class<?> owner) {
        this.bundle = bundle;
        this.loader = owner.getClassLoader();
    }

    /** The texts of {@link ErrorCode}. */
    public static Messages errors() {
        return new Messages("org.entezar.kernel.errors", Messages.class);
    }

    /** The text in the language with {@code {0}}, {@code {1}} … replaced by the arguments. */
    public String text(Language language, String key, Object... arguments) {
        Locale locale = language.locale();
        try {
            String pattern = ResourceBundle.getBundle(bundle, locale, loader, NO_FALLBACK)
                    .getString(key);
            return new MessageFormat(pattern, locale).format(arguments);
        } catch (MissingResourceException missing) {
            return key;
        }
    }
}
