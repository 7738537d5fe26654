package org.entezar.console.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.Language;

/** The picture and the points of the public front page. In views: {@code front}. */
@Named
@RequestScoped
public class Front {

    /**
     * One statement of the picture: where it was expected to be and where it was found, along a line of 460 units that
     * runs from left to right, as numbers do in every picture.
     */
    public record Line(String label, int top, int expected, int perceived, boolean kept) {}

    @Inject
    Text text;

    @Inject
    Visitor visitor;

    public boolean isRtl() {
        return visitor.getLanguage().direction() == Language.Direction.RIGHT_TO_LEFT;
    }

    public List<Line> getLines() {
        return List.of(
                line("front.line.reliability", 42, 410, 290),
                line("front.line.responsiveness", 102, 370, 210),
                line("front.line.assurance", 162, 330, 345),
                line("front.line.empathy", 222, 300, 250));
    }

    private Line line(String key, int top, int expected, int perceived) {
        return new Line(text.get(key), top, expected, perceived, perceived >= expected);
    }

    /** The points under the picture, by the keys of their texts. */
    public List<String> getPoints() {
        return List.of("ask", "see", "act", "languages", "walls", "methods");
    }
}
