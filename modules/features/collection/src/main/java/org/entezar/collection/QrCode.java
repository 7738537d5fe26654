package org.entezar.collection;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * A QR code of an address, to be shown or printed. It survives a quarter of its modules being covered or dirty, and has
 * the quiet zone of four modules that readers need.
 */
public final class QrCode {

    private static final int QUIET = 4;
    private static final int LARGEST_PIXELS = 4_000;

    private final ByteMatrix modules;

    private QrCode(ByteMatrix modules) {
        this.modules = modules;
    }

    /**
     * The code of a text.
     *
     * @throws IllegalArgumentException when the text is longer than a code can hold
     */
    public static QrCode of(String text) {
        try {
            return new QrCode(Encoder.encode(text, ErrorCorrectionLevel.Q).getMatrix());
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(tooLong);
        }
    }

    private int side() {
        return modules.getWidth() + 2 * QUIET;
    }

    /** As a picture of any size: one path, black on white whatever the page's colours are. */
    public String svg() {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            int x = 0;
            while (x < modules.getWidth()) {
                int start = x;
                while (x < modules.getWidth() && modules.get(x, y) == 1) {
                    x++;
                }
                if (x > start) {
                    path.append('M').append(start + QUIET).append(' ').append(y + QUIET);
                    path.append('h')
                            .append(x - start)
                            .append("v1h-")
                            .append(x - start)
                            .append('z');
                }
                x++;
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side() + " " + side()
                + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + side() + "v" + side() + "H0z\"/>"
                + "<path d=\"" + path + "\"/></svg>";
    }

    /**
     * As PNG.
     *
     * @param pixels wanted width and height; the next smaller size in which a module is a whole number of pixels is made,
     *     at least one pixel a module
     */
    public byte[] png(int pixels) {
        int scale = Math.max(1, Math.min(pixels, LARGEST_PIXELS) / side());
        int size = side() * scale;
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                image.setRGB(x, y, isDark(x / scale - QUIET, y / scale - QUIET) ? 0x000000 : 0xFFFFFF);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return png.toByteArray();
    }

    private boolean isDark(int x, int y) {
        return x >= 0 && y >= 0 && x < modules.getWidth() && y < modules.getHeight() && modules.get(x, y) == 1;
    }
}
