package org.entezar.workspace.internal;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.workspace.Brand;
import org.entezar.workspace.LogoFile;

/**
 * Draws a logo anew from a file that anybody may have made: only pixels get through, no metadata, no script, no second
 * picture hidden in the file. What kind of file it is, its first bytes say and never its name. SVG is refused: it is a
 * program. The size is read before the picture is, and a large one is read coarsely.
 */
public final class LogoPainter {

    /** Largest file that is looked at. */
    public static final int LARGEST_FILE = 2 * 1024 * 1024;

    /** Largest picture that is kept, so that a respondent's page with all its files stays within 20 kB. */
    public static final int LARGEST_KEPT = 8 * 1024;

    private static final int LONGEST_SIDE = 8_000;
    private static final long MOST_PIXELS = 40_000_000;
    private static final int HEIGHT = 96;
    private static final int WIDTH = 480;
    private static final List<Double> SHRINKING = List.of(1.0, 0.8, 0.65, 0.5);
    private static final List<Float> QUALITIES = List.of(0.85f, 0.7f, 0.5f, 0.35f);
    private static final int DIGEST_BYTES = 8;

    private LogoPainter() {}

    /**
     * Draws it.
     *
     * @param file PNG, JPEG or WebP
     * @throws Problem {@link ErrorCode#TOO_LARGE}, {@link ErrorCode#NOT_A_PICTURE}, {@link ErrorCode#PICTURE_TOO_RICH}
     *     when it cannot be made small enough
     */
    public static LogoFile draw(byte[] file) {
        if (file.length > LARGEST_FILE) {
            throw new Problem(ErrorCode.TOO_LARGE, LARGEST_FILE);
        }
        BufferedImage picture = read(file);
        double fit = Math.min(1, Math.min(HEIGHT / (double) picture.getHeight(), WIDTH / (double) picture.getWidth()));
        for (double shrinking : SHRINKING) {
            BufferedImage small = scaled(picture, fit * shrinking);
            Optional<LogoFile> kept = small(small, "image/png", png(small));
            if (kept.isPresent()) {
                return kept.get();
            }
        }
        for (double shrinking : SHRINKING) {
            BufferedImage small = scaled(picture, fit * shrinking);
            for (float quality : QUALITIES) {
                Optional<LogoFile> kept = small(small, "image/jpeg", jpeg(small, quality));
                if (kept.isPresent()) {
                    return kept.get();
                }
            }
        }
        throw new Problem(ErrorCode.PICTURE_TOO_RICH);
    }

    private static Optional<LogoFile> small(BufferedImage picture, String type, byte[] bytes) {
        return bytes.length > LARGEST_KEPT
                ? Optional.empty()
                : Optional.of(new LogoFile(
                        new Brand.Logo(type, picture.getWidth(), picture.getHeight(), bytes.length, digest(bytes)),
                        bytes));
    }

    private static BufferedImage read(byte[] file) {
        ImageReader reader = reader(file).orElseThrow(() -> new Problem(ErrorCode.NOT_A_PICTURE));
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(stream, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width < 1
                    || height < 1
                    || Math.max(width, height) > LONGEST_SIDE
                    || (long) width * height > MOST_PIXELS) {
                throw new Problem(ErrorCode.TOO_LARGE, LONGEST_SIDE);
            }
            ImageReadParam param = reader.getDefaultReadParam();
            int step = Math.max(1, Math.min(height / (HEIGHT * 4), width / (WIDTH * 2)));
            param.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, param);
        } catch (IOException | RuntimeException broken) {
            if (broken instanceof Problem problem) {
                throw problem;
            }
            // Decoders throw whatever they stumble over when a file is broken on purpose.
            Problem problem = new Problem(ErrorCode.NOT_A_PICTURE);
            problem.initCause(broken);
            throw problem;
        } finally {
            reader.dispose();
        }
    }

    private static Optional<ImageReader> reader(byte[] file) {
        if (begins(file, 0, 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a)) {
            return first("png");
        }
        if (begins(file, 0, 0xff, 0xd8, 0xff)) {
            return first("jpeg");
        }
        if (begins(file, 0, 'R', 'I', 'F', 'F') && begins(file, 8, 'W', 'E', 'B', 'P')) {
            return Optional.of(new WebPImageReaderSpi().createReaderInstance(null));
        }
        return Optional.empty();
    }

    private static Optional<ImageReader> first(String format) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        return readers.hasNext() ? Optional.of(readers.next()) : Optional.empty();
    }

    private static boolean begins(byte[] file, int at, int... bytes) {
        if (file.length < at + bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((file[at + i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** Halves step by step first, so that no line of the picture falls through. */
    private static BufferedImage scaled(BufferedImage picture, double factor) {
        int width = Math.max(1, (int) Math.round(picture.getWidth() * factor));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * factor));
        BufferedImage from = picture;
        while (from.getWidth() > width * 2 && from.getHeight() > height * 2) {
            from = drawn(from, from.getWidth() / 2, from.getHeight() / 2);
        }
        return drawn(from, width, height);
    }

    private static BufferedImage drawn(BufferedImage picture, int width, int height) {
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D canvas = drawn.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        canvas.drawImage(picture, 0, 0, width, height, null);
        canvas.dispose();
        return drawn;
    }

    private static byte[] png(BufferedImage picture) {
        return written(picture, "png", 1);
    }

    private static byte[] jpeg(BufferedImage picture, float quality) {
        BufferedImage flat = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = flat.createGraphics();
        canvas.drawImage(picture, 0, 0, Color.WHITE, null);
        canvas.dispose();
        return written(flat, "jpeg", quality);
    }

    private static byte[] written(BufferedImage picture, String format, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(output);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(format.equals("png") ? 0 : quality);
            writer.write(null, new IIOImage(picture, null, null), param);
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
