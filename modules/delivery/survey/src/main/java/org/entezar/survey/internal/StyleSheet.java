package org.entezar.survey.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.entezar.survey.SurveyPages;

/** A style sheet, under an address that changes with its content, so that browsers keep it for good. */
public final class StyleSheet {

    private static final String FOLDER = "assets/";
    private static final int NAME_BYTES = 6;

    private final String text;
    private final byte[] plain;
    private final byte[] packed;
    private final String name;

    /** The product's own. */
    public StyleSheet() {
        this(own());
    }

    private StyleSheet(String text) {
        this.text = text;
        this.plain = text.getBytes(StandardCharsets.UTF_8);
        this.packed = Wire.gzip(plain);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(plain);
            this.name = HexFormat.of().formatHex(digest, 0, NAME_BYTES) + ".css";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String own() {
        try (InputStream resource = SurveyPages.class.getResourceAsStream("survey.css")) {
            if (resource == null) {
                throw new IllegalStateException("survey.css is not on the class path");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8).replaceAll("\\R", "");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** This one with rules that come after its own. */
    StyleSheet with(String rules) {
        return new StyleSheet(text + rules);
    }

    /** The last part of its address. */
    String name() {
        return name;
    }

    /** The address, relative to a page. */
    public String path() {
        return FOLDER + name;
    }

    public byte[] bytes(boolean gzip) {
        return gzip ? packed : plain;
    }
}
