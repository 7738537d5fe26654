package org.entezar.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class AcceptedPicturesTest {

    private static BufferedImage page(int height, Consumer<Graphics2D> drawing) {
        BufferedImage page = new BufferedImage(320, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = page.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 320, height);
        pen.setColor(Color.BLACK);
        drawing.accept(pen);
        pen.dispose();
        return page;
    }

    private static void line(Graphics2D pen) {
        pen.fillRect(20, 20, 200, 3);
    }

    @Test
    void aPixelsShiftIsNoDifference() {
        assertThat(AcceptedPictures.compare(
                        page(200, AcceptedPicturesTest::line), page(201, pen -> pen.fillRect(21, 20, 200, 3))))
                .isEmpty();
    }

    @Test
    void aPartThatIsGoneIsADifference() {
        assertThat(AcceptedPictures.compare(
                        page(200, pen -> pen.fillRect(20, 40, 120, 24)), page(200, AcceptedPicturesTest::line)))
                .get()
                .asString()
                .contains("blocks");
    }

    @Test
    void anotherColourIsADifference() {
        assertThat(AcceptedPictures.compare(page(200, pen -> pen.fillRect(0, 0, 320, 40)), page(200, pen -> {
                    pen.setColor(Color.BLUE);
                    pen.fillRect(0, 0, 320, 40);
                })))
                .isPresent();
    }

    @Test
    void anotherHeightIsADifference() {
        assertThat(AcceptedPictures.compare(page(200, pen -> {}), page(220, pen -> {})))
                .get()
                .asString()
                .contains("320 × 220 instead of 320 × 200");
    }
}
