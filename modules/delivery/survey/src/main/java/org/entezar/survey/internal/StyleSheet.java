package org.entezar.survey.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.entezar.survey.SurveyPages;

/** The one style sheet, under an address that changes with its content, so that browsers keep it for good. */
public final class StyleSheet {

    private static final String FOLDER = "assets/";
    private static final int NAME_BYTES = 6;

    private final byte[] plain;
    private final byte[] packed;
    private final String path;

    public StyleSheet() {
        try (InputStream resource = SurveyPages.class.getResourceAsStream("survey.css")) {
            if (resource == null) {
                throw new IllegalStateException("survey.css is not on the class path");
            }
            String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            this.plain = text.replaceAll("\\R", "").getBytes(StandardCharsets.UTF_8);
            this.packed = Wire.gzip(plain);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(plain);
            this.path = FOLDER + HexFormat.of().formatHex(digest, 0, NAME_BYTES) + ".css";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The address, relative to a page. */
    public String path() {
        return path;
    }

    public byte[] bytes(boolean gzip) {
        return gzip ? packed : plain;
    }
}
