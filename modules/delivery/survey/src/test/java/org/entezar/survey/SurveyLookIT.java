package org.entezar.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.entezar.collection.Campaign;
import org.entezar.questionnaire.Presets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Respondents see who asks: logo and colour, within the bytes that a page may have. */
class SurveyLookIT {

    private static Fielding fielding;

    @BeforeAll
    static void start() {
        fielding = new Fielding();
    }

    @AfterAll
    static void stop() {
        fielding.close();
    }

    private static byte[] logo() throws IOException {
        BufferedImage picture = new BufferedImage(400, 160, BufferedImage.TYPE_INT_ARGB);
        Graphics2D canvas = picture.createGraphics();
        for (int i = 0; i < 40; i++) {
            canvas.setColor(new Color((i * 53) % 256, (i * 97) % 256, (i * 31) % 256));
            canvas.fillOval(i * 9, (i * 37) % 120, 60, 40);
        }
        canvas.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }

    private static PageAnswer get(String path) {
        return fielding.pages.answer(new PageRequest(path, Map.of(), Optional.of("en"), true, Optional.empty()));
    }

    private static String found(String html, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(html);
        assertThat(matcher.find()).as(pattern + " in " + html).isTrue();
        return matcher.group(1);
    }

    @Test
    void aPageShowsTheLogoAndTheColourAndStaysSmall() throws IOException {
        Campaign campaign = fielding.field(Presets.of(Presets.SERVICE_QUALITY, "look"));
        Browser browser = new Browser(fielding.pages, campaign.publicToken(), "en").open();
        assertThat(browser.html()).doesNotContain("<img").contains("href=\"assets/");

        fielding.brands.hang(fielding.owner, fielding.workspace, new ByteArrayInputStream(logo()));
        fielding.brands.paint(fielding.owner, fielding.workspace, "#7a1fa2", Optional.empty());
        String html = browser.open().html();
        String picture = found(html, "<img src=\"([^\"]+)\"");
        String sheet = found(html, "<link rel=\"stylesheet\" href=\"([^\"]+)\"");
        assertThat(html).contains("alt=\"Corner Café\"");
        PageAnswer image = get(picture);
        PageAnswer style = get(sheet);
        assertThat(image.headers()).containsEntry("Content-Type", "image/png");
        assertThat(image.headers().get("Cache-Control")).contains("immutable");
        assertThat(style.headers().get("Cache-Control")).contains("immutable");
        PageAnswer plain =
                fielding.pages.answer(new PageRequest(sheet, Map.of(), Optional.of("en"), false, Optional.empty()));
        assertThat(new String(plain.body(), StandardCharsets.UTF_8)).contains("--mark:#7a1fa2");
        PageAnswer page = get(campaign.publicToken());
        assertThat(page.body().length + image.body().length + style.body().length)
                .as("all files of the page together")
                .isLessThanOrEqualTo(20 * 1024);

        fielding.brands.takeDown(fielding.owner, fielding.workspace);
        assertThat(browser.open().html()).doesNotContain("<img");
        assertThat(get(picture).status()).isEqualTo(404);
        assertThat(get("brand/" + campaign.publicToken() + "/../../etc").status())
                .isEqualTo(404);
        assertThat(get("brand/nobody/x.png").status()).isEqualTo(404);
        fielding.brands.unpaint(fielding.owner, fielding.workspace);
    }
}
