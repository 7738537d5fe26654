package org.entezar.collection;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    private static final String ADDRESS = "https://entezar.example.org/s/0123456789abcdefghjk";

    @Test
    void aReaderReadsThePicture() throws Exception {
        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(QrCode.of(ADDRESS).png(600)));
        assertThat(image.getWidth()).isBetween(300, 600);
        assertThat(read(image)).isEqualTo(ADDRESS);
    }

    @Test
    void aReaderReadsTheDrawing() throws Exception {
        String svg = QrCode.of(ADDRESS).svg();
        int side = Integer.parseInt(DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement()
                .getAttribute("viewBox")
                .split(" ", 4)[2]);
        BufferedImage image = new BufferedImage(side * 4, side * 4, BufferedImage.TYPE_BYTE_GRAY);
        var graphics = image.createGraphics();
        graphics.setColor(java.awt.Color.WHITE);
        graphics.fillRect(0, 0, side * 4, side * 4);
        graphics.setColor(java.awt.Color.BLACK);
        Matcher run = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z").matcher(svg);
        while (run.find()) {
            graphics.fillRect(
                    4 * Integer.parseInt(run.group(1)),
                    4 * Integer.parseInt(run.group(2)),
                    4 * Integer.parseInt(run.group(3)),
                    4);
        }
        graphics.dispose();
        assertThat(read(image)).isEqualTo(ADDRESS);
    }

    private static String read(BufferedImage image) throws Exception {
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new Grey(image))))
                .getText();
    }

    private static final class Grey extends LuminanceSource {
        private final BufferedImage image;

        Grey(BufferedImage image) {
            super(image.getWidth(), image.getHeight());
            this.image = image;
        }

        @Override
        public byte[] getRow(int y, byte[] row) {
            byte[] pixels = new byte[getWidth()];
            for (int x = 0; x < getWidth(); x++) {
                pixels[x] = (byte) (image.getRGB(x, y) & 0xFF);
            }
            return pixels;
        }

        @Override
        public byte[] getMatrix() {
            byte[] all = new byte[getWidth() * getHeight()];
            for (int y = 0; y < getHeight(); y++) {
                System.arraycopy(getRow(y, all), 0, all, y * getWidth(), getWidth());
            }
            return all;
        }
    }
}
