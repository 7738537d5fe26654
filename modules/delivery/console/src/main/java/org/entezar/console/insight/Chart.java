package org.entezar.console.insight;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One picture.
 *
 * @param id of its place in the page
 * @param title over it
 * @param reading how to read it, for everybody under the picture
 * @param alternative what it shows, for those who do not see it; the table holds every figure
 * @param option of ECharts, in which {@code token:x} stands for a colour of the theme
 * @param height in pixels; 0 for that of the width
 */
public record Chart(String id, String title, String reading, String alternative, ObjectNode option, int height) {

    /** The option for the page's script. Harmless inside an element of script: no markup can begin in it. */
    public String json() {
        return option.toString().replace("<", "\\u003c");
    }
}
