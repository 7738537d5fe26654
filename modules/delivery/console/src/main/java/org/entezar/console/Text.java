package org.entezar.console;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Language;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Messages;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Violation;

/**
 * Words of the console in the visitor's language. In views {@code text['campaigns.title']} is the key {@code title} of
 * the bundle {@code org.entezar.console.campaigns}; {@code text.of('campaigns.open', count)} fills in arguments, with
 * ICU's plurals and the language's digits. A missing key is shown as itself.
 */
@Named
@RequestScoped
public class Text extends AbstractMap<String, String> {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final Pattern LATIN = Pattern.compile("[A-Za-z]");
    private static final char ISOLATE = '\u2068';
    private static final char POP = '\u2069';

    @Inject
    Visitor visitor;

    /** Words in that language, whoever looks. */
    public static Text in(Language language) {
        Text text = new Text();
        text.visitor = Visitor.reading(language);
        return text;
    }

    /** The text of the key, in the visitor's language. */
    @Override
    public String get(Object key) {
        // Texts are ICU patterns, in which an apostrophe is doubled.
        return in(visitor.getLanguage(), String.valueOf(key)).replace("''", "'");
    }

    @Override
    public boolean containsKey(Object key) {
        return true;
    }

    /** Texts are asked for by key only; they are not enumerated. */
    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return Set.of();
    }

    public String of(String key) {
        return get(key);
    }

    public String of(String key, Object argument) {
        return filled(visitor.getLanguage(), key, argument);
    }

    public String of(String key, Object first, Object second) {
        return filled(visitor.getLanguage(), key, first, second);
    }

    public String of(String key, Object first, Object second, Object third) {
        return filled(visitor.getLanguage(), key, first, second, third);
    }

    public String of(String key, Object first, Object second, Object third, Object fourth) {
        return filled(visitor.getLanguage(), key, first, second, third, fourth);
    }

    /** A workspace's own text in the visitor's language, else in another, rather than nothing. */
    public String best(LocalizedText own) {
        return own.best(visitor.getTag(), "en");
    }

    /** All texts of a bundle as JSON, for the script of a page: within a {@code script} element, unescaped. */
    public String json(String bundle) {
        ResourceBundle texts = bundle(visitor.getLanguage(), bundle);
        Map<String, String> all = new TreeMap<>();
        texts.keySet().forEach(key -> all.put(key, texts.getString(key)));
        return Exchange.embedded(all);
    }

    /** What the refusal says, in the visitor's language. */
    public String problem(Problem problem) {
        return error(problem.code(), problem.arguments().toArray());
    }

    /** What the fault says, in the visitor's language, without its place. */
    public String violation(Violation violation) {
        Object[] arguments = violation.arguments().toArray();
        if (violation.code() == ErrorCode.MISSING_TRANSLATION && arguments.length > 0) {
            arguments[0] =
                    ULocale.forLanguageTag(String.valueOf(arguments[0])).getDisplayName(locale(visitor.getLanguage()));
        }
        return error(violation.code(), arguments);
    }

    private String error(ErrorCode code, Object... arguments) {
        return Messages.errors().text(visitor.getLanguage(), code.name(), arguments);
    }

    /** The text of the key in a given language, arguments not filled in. */
    public static String in(Language language, String key) {
        int dot = key.indexOf('.');
        if (dot < 0) {
            return key;
        }
        try {
            return bundle(language, key.substring(0, dot)).getString(key.substring(dot + 1));
        } catch (MissingResourceException missing) {
            return key;
        }
    }

    private static ResourceBundle bundle(Language language, String name) {
        return ResourceBundle.getBundle(
                "org.entezar.console." + name, language.locale(), Text.class.getClassLoader(), NO_FALLBACK);
    }

    /** The text of the key in a given language with its arguments, names of another direction isolated from its words. */
    public static String filled(Language language, String key, Object... arguments) {
        Object[] own = language.direction() == Language.Direction.RIGHT_TO_LEFT
                ? Arrays.stream(arguments).map(Text::isolated).toArray()
                : arguments;
        return new MessageFormat(in(language, key), locale(language)).format(own);
    }

    private static Object isolated(Object argument) {
        return argument instanceof String name && LATIN.matcher(name).find() && name.indexOf(ISOLATE) < 0
                ? ISOLATE + name + POP
                : argument;
    }

    /** The language as ICU's formats want it: Persian with its digits and calendar. */
    static ULocale locale(Language language) {
        return switch (language) {
            case ENGLISH -> ULocale.forLocale(Locale.UK);
            case PERSIAN -> ULocale.forLanguageTag("fa-IR-u-ca-persian-nu-arabext");
            case CHINESE -> ULocale.forLanguageTag("zh-Hans-CN");
        };
    }
}
