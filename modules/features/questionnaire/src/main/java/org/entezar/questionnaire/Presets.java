package org.entezar.questionnaire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.platform.json.Json;

/**
 * Questionnaires to begin from, in wordings of our own and in all three languages of the product. Their categories are
 * those of {@link CategoryTree#SERVICE_QUALITY}.
 */
public final class Presets {

    /** 22 statements in five dimensions, as expected and as perceived, on 7 points. */
    public static final String SERVICE_QUALITY = "service-quality";

    /** Minimum, desired and perceived level on 9 points. */
    public static final String ZONE_OF_TOLERANCE = "zone-of-tolerance";

    /** Pairs of questions on features. */
    public static final String KANO = "kano";

    /** How much a point matters and how well it is done. */
    public static final String IMPORTANCE_PERFORMANCE = "importance-performance";

    /** Would you recommend us, and the reason, which depends on the score. */
    public static final String RECOMMENDATION = "recommendation";

    private static final List<String> NAMES =
            List.of(SERVICE_QUALITY, ZONE_OF_TOLERANCE, KANO, IMPORTANCE_PERFORMANCE, RECOMMENDATION);

    private Presets() {}

    /** The names, in the order in which to offer them. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * The preset of that name; its key is its name.
     *
     * @throws Problem {@link ErrorCode#UNKNOWN_KEY}
     */
    public static Questionnaire of(String name) {
        if (!NAMES.contains(name)) {
            throw new Problem(ErrorCode.UNKNOWN_KEY, name.length() > 60 ? name.substring(0, 60) : name);
        }
        try (InputStream resource = Presets.class.getResourceAsStream("presets/" + name + ".json")) {
            if (resource == null) {
                throw new IllegalStateException("The preset " + name + " is not on the class path");
            }
            return Json.readInput(resource.readAllBytes(), Questionnaire.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The preset under a key of one's own. */
    public static Questionnaire of(String name, String key) {
        Questionnaire preset = of(name);
        return new Questionnaire(
                key,
                preset.title(),
                preset.languages(),
                preset.introduction(),
                preset.thanks(),
                preset.onePage(),
                preset.sections());
    }
}
