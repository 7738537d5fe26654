package org.entezar.pages;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * Pictures of pages that a person has looked at and accepted, at half their size and in colours of five bits a channel. A page is compared with its picture
 * block by block, so that another version of the browser that smooths letters otherwise is no difference, and a line that
 * wraps, a colour or a part that is gone is one.
 */
final class AcceptedPictures {

    private static final Path ACCEPTED = Path.of("src", "test", "pictures");
    private static final Path SEEN = Path.of("target", "pictures");
    /** Pixels of the kept picture along a side of a block. */
    private static final int BLOCK = 8;
    /** How far the mean of a block may be off, of 255. */
    private static final int OFF = 20;
    /** The share of blocks that may be off by more. */
    private static final double SHARE = 0.02;
    /** How much taller or lower a page may be. */
    private static final double TALLER = 0.02;

    private final boolean accepting = Boolean.getBoolean("entezar.accept");

    /**
     * Compares a page as it is shown with its accepted picture.
     *
     * @param name of the picture, of letters, digits and hyphens
     * @param png the page as it is shown
     * @return what differs and what to do about it; nothing when the page looks as accepted
     */
    Optional<String> difference(String name, byte[] png) {
        try {
            BufferedImage seen = half(ImageIO.read(new ByteArrayInputStream(png)));
            Path accepted = ACCEPTED.resolve(name + ".png");
            if (!Files.exists(accepted)) {
                if (accepting) {
                    write(seen, accepted);
                    return Optional.empty();
                }
                return Optional.of(
                        name + ": has no accepted picture; run with -Dentezar.accept, look at it, and commit it");
            }
            Optional<String> difference = compare(coarse(ImageIO.read(accepted.toFile())), seen);
            if (accepting) {
                // One that is still true is left alone.
                if (difference.isPresent()) {
                    write(seen, accepted);
                }
                return Optional.empty();
            }
            if (difference.isPresent()) {
                write(seen, SEEN.resolve(name + ".png"));
            }
            return difference.map(told -> name + ": " + told + "; compare " + SEEN.resolve(name + ".png") + " with "
                    + accepted + " and, when it is meant so, run with -Dentezar.accept");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Optional<String> compare(BufferedImage accepted, BufferedImage seen) {
        if (accepted.getWidth() != seen.getWidth()
                || Math.abs(accepted.getHeight() - seen.getHeight()) > TALLER * accepted.getHeight()) {
            return Optional.of("is " + seen.getWidth() + " × " + seen.getHeight() + " instead of " + accepted.getWidth()
                    + " × " + accepted.getHeight());
        }
        int height = Math.min(accepted.getHeight(), seen.getHeight());
        int blocks = 0;
        int off = 0;
        for (int top = 0; top + BLOCK <= height; top += BLOCK) {
            for (int left = 0; left + BLOCK <= seen.getWidth(); left += BLOCK) {
                blocks++;
                if (differs(accepted, seen, left, top)) {
                    off++;
                }
            }
        }
        return off > SHARE * blocks ? Optional.of("differs in " + off + " of " + blocks + " blocks") : Optional.empty();
    }

    private static boolean differs(BufferedImage accepted, BufferedImage seen, int left, int top) {
        for (int shift = 0; shift <= 16; shift += 8) {
            if (Math.abs(mean(accepted, left, top, shift) - mean(seen, left, top, shift)) > OFF) {
                return true;
            }
        }
        return false;
    }

    private static int mean(BufferedImage picture, int left, int top, int shift) {
        int sum = 0;
        for (int y = top; y < top + BLOCK; y++) {
            for (int x = left; x < left + BLOCK; x++) {
                sum += picture.getRGB(x, y) >> shift & 0xff;
            }
        }
        return sum / (BLOCK * BLOCK);
    }

    private static BufferedImage half(BufferedImage picture) {
        BufferedImage half =
                new BufferedImage(picture.getWidth() / 2, picture.getHeight() / 2, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = half.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, 0, 0, half.getWidth(), half.getHeight(), null);
        pen.dispose();
        return coarse(half);
    }

    /** Smooth edges shrink to few colours, which takes half the bytes. */
    private static BufferedImage coarse(BufferedImage picture) {
        BufferedImage coarse = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int rgb = picture.getRGB(x, y);
                coarse.setRGB(x, y, step(rgb >> 16) << 16 | step(rgb >> 8) << 8 | step(rgb));
            }
        }
        return coarse;
    }

    private static int step(int channel) {
        return Math.min(0xff, ((channel & 0xff) + 4) / 8 * 8);
    }

    private static void write(BufferedImage picture, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        ImageIO.write(picture, "png", file.toFile());
    }
}
