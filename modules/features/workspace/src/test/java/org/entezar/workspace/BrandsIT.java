package org.entezar.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entezar.fixtures.Problems.assertCode;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.entezar.fixtures.Callers;
import org.entezar.fixtures.TestDatabase;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.Violation;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.tenancy.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Accents that can be read, and logos that are pictures and nothing else. */
class BrandsIT {

    /** A WebP of one pixel, lossless. */
    private static final byte[] WEBP = Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");

    private final WorkspaceId clinic = new WorkspaceId(UUID.randomUUID());
    private final Caller owner = Callers.owner(clinic);
    private TestDatabase database;
    private Brands brands;

    @BeforeEach
    void start() {
        database = TestDatabase.create();
        Work work = database.work();
        Workspaces workspaces = new Workspaces(work, new RememberedDirectory(), Set.of());
        workspaces.register(
                clinic,
                new NewWorkspace(
                        "mehr-clinic",
                        LocalizedText.of("fa", "درمانگاه مهر"),
                        List.of("fa"),
                        "Asia/Tehran",
                        Set.of(),
                        Optional.empty()));
        brands = new Brands(work, workspaces);
    }

    @AfterEach
    void stop() {
        database.close();
    }

    private Brand hang(byte[] file) throws IOException {
        return brands.hang(owner, clinic, new ByteArrayInputStream(file));
    }

    private static byte[] drawn(int width, int height, String format) throws IOException {
        BufferedImage picture = new BufferedImage(
                width, height, format.equals("png") ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = picture.createGraphics();
        canvas.setColor(Color.RED);
        canvas.fillOval(0, 0, width, height);
        canvas.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(picture, format, bytes)).isTrue();
        return bytes.toByteArray();
    }

    private static byte[] noise(int width, int height) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(7);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                picture.setRGB(x, y, random.nextInt());
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    void aLogoIsDrawnAnewAndSmall() throws IOException {
        for (String format : List.of("png", "jpeg")) {
            Brand.Logo logo = hang(drawn(1_200, 600, format)).logo().orElseThrow();
            LogoFile file = brands.logo(owner, clinic).orElseThrow();
            BufferedImage kept = ImageIO.read(new ByteArrayInputStream(file.bytes()));
            assertThat(kept.getHeight()).isEqualTo(logo.height()).isLessThanOrEqualTo(96);
            assertThat(kept.getWidth()).isEqualTo(logo.height() * 2);
            assertThat(file.bytes().length).isEqualTo(logo.bytes()).isLessThanOrEqualTo(8 * 1024);
            assertThat(new Color(kept.getRGB(kept.getWidth() / 2, kept.getHeight() / 2)).getRed())
                    .isGreaterThan(240);
        }
        assertThat(hang(WEBP).logo().orElseThrow().width()).isEqualTo(1);
        assertThat(brands.shownLogo(clinic)).isPresent();
        assertThat(brands.takeDown(owner, clinic)).isEqualTo(Brand.NONE);
        assertThat(brands.logo(owner, clinic)).isEmpty();
        assertThat(brands.shownLogo(clinic)).isEmpty();
    }

    @Test
    void whatHidesInAFileDoesNotGetThrough() throws IOException {
        byte[] clean = drawn(200, 80, "png");
        byte[] script = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(clean);
        both.write(script);
        hang(both.toByteArray());
        assertThat(new String(brands.logo(owner, clinic).orElseThrow().bytes(), StandardCharsets.ISO_8859_1))
                .doesNotContain("script");
    }

    @Test
    void whatIsNoPictureIsRefusedAndTheOldOneStays() throws IOException {
        Brand before = hang(drawn(100, 50, "png"));
        byte[] png = drawn(300, 100, "png");
        byte[] cut = java.util.Arrays.copyOf(png, 60);
        byte[] bomb = png.clone();
        // The header says 2,000,000,000 by 2,000,000,000.
        for (int at = 16; at < 24; at += 4) {
            bomb[at] = 0x77;
            bomb[at + 1] = 0x35;
            bomb[at + 2] = (byte) 0x94;
            bomb[at + 3] = 0;
        }
        String svg = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>";
        for (byte[] file : List.of(
                svg.getBytes(StandardCharsets.UTF_8),
                ("<?xml version='1.0'?>" + svg).getBytes(StandardCharsets.UTF_8),
                "GIF89a".getBytes(StandardCharsets.UTF_8),
                new byte[0],
                cut)) {
            assertCode(() -> hang(file), ErrorCode.NOT_A_PICTURE);
        }
        assertThatThrownBy(() -> hang(bomb)).isInstanceOf(Problem.class);
        assertCode(() -> hang(new byte[3 * 1024 * 1024]), ErrorCode.TOO_LARGE);
        assertThat(hang(noise(480, 96)).logo().orElseThrow().bytes()).isLessThanOrEqualTo(8 * 1024);
        hang(drawn(100, 50, "png"));
        assertThat(brands.get(owner, clinic)).isEqualTo(before);
    }

    @Test
    void anAccentMustBeReadableOnLightAndOnDarkPages() {
        Brand painted = brands.paint(owner, clinic, "#7A1FA2", Optional.empty());
        Brand.Accent accent = painted.accent().orElseThrow();
        assertThat(accent.light()).isEqualTo("#7a1fa2");
        assertThat(Colour.of(accent.dark()).orElseThrow().contrast(new Colour(0x1c, 0x23, 0x2c)))
                .isGreaterThanOrEqualTo(4.5);
        assertThat(brands.shown(clinic).brand()).isEqualTo(painted);

        assertThatThrownBy(() -> brands.paint(owner, clinic, "#ffd700", Optional.of("#000080")))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.violations())
                            .extracting(Violation::pointer)
                            .containsExactly("/accent/light", "/accent/dark");
                    Violation light = problem.violations().get(0);
                    assertThat(light.code()).isEqualTo(ErrorCode.LOW_CONTRAST);
                    Colour advised =
                            Colour.of((String) light.arguments().get(2)).orElseThrow();
                    assertThat(advised.contrast(new Colour(0xf3, 0xf5, 0xf8))).isGreaterThanOrEqualTo(4.5);
                });
        assertCode(() -> brands.paint(owner, clinic, "red;}body{display:none", Optional.empty()), ErrorCode.INVALID);
        assertThat(brands.get(owner, clinic)).isEqualTo(painted);
        assertThat(brands.unpaint(owner, clinic).accent()).isEmpty();
    }

    @Test
    void contrastIsThatOfTheStandard() {
        assertThat(new Colour(0, 0, 0).contrast(Colour.WHITE)).isEqualTo(21.0);
        assertThat(Colour.of("#767676").orElseThrow().contrast(Colour.WHITE)).isBetween(4.54, 4.55);
    }

    @Test
    void onlyThoseWhoConfigureChangeIt() {
        for (Role role : List.of(Role.ANALYST, Role.FRONTLINE, Role.AUDITOR)) {
            assertCode(
                    () -> brands.paint(Callers.member(clinic, role), clinic, "#7a1fa2", Optional.empty()),
                    ErrorCode.FORBIDDEN);
        }
        WorkspaceId bakery = new WorkspaceId(UUID.randomUUID());
        assertCode(() -> brands.get(Callers.owner(bakery), clinic), ErrorCode.WORKSPACE_NOT_FOUND);
    }
}
