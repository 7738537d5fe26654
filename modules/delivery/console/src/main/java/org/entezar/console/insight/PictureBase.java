package org.entezar.console.insight;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.entezar.kernel.Language;
import org.entezar.platform.json.Json;

/** What every picture of the console has in common (docs/adr/0081). */
public final class PictureBase {

    private PictureBase() {}

    /** No motion, tips as text, so that the page's policy has nothing to drop. */
    public static ObjectNode of(Language language) {
        ObjectNode option = Json.mapper().createObjectNode();
        option.put("animation", false);
        option.putObject("textStyle").put("fontFamily", "font:type");
        ObjectNode tooltip = option.putObject("tooltip");
        tooltip.put("trigger", "item")
                .put("renderMode", "richText")
                .put("formatter", "tip")
                .put("confine", true);
        tooltip.put("backgroundColor", "token:raised").put("borderColor", "token:line-strong");
        tooltip.putObject("textStyle").put("color", "token:text").put("align", mirrored(language) ? "right" : "left");
        return option;
    }

    /** Whether lines of text run from right to left. */
    public static boolean mirrored(Language language) {
        return language.direction() == Language.Direction.RIGHT_TO_LEFT;
    }
}
