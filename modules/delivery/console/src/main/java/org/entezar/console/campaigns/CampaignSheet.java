package org.entezar.console.campaigns;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.entezar.console.CurrentWorkspace;
import org.entezar.console.Text;
import org.entezar.kernel.Language;

/**
 * The sheet to be printed and hung up: who asks, what, and the code, in each language that the campaign can be answered
 * in. In views: {@code campaignSheet}.
 */
@Named("campaignSheet")
@RequestScoped
public class CampaignSheet {

    /**
     * What stands on the sheet in one language.
     *
     * @param tag BCP 47 tag
     * @param direction {@code ltr} or {@code rtl}
     * @param who the workspace's name
     * @param what the questionnaire's title
     * @param call what to do; empty where the product does not speak the language
     */
    public record Block(String tag, String direction, String who, String what, String call) {}

    @Inject
    @SuppressWarnings("NullAway.Init")
    CampaignView view;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentWorkspace workspace;

    @Inject
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    /** Whether a card of A6 is wanted rather than a sheet of A4. */
    public boolean isSmall() {
        return "a6".equals(request.getParameter("size"));
    }

    public List<Block> getBlocks() {
        List<String> languages = view.getDocument().languages();
        List<Block> blocks = languages.stream().map(this::block).toList();
        if (blocks.stream().allMatch(block -> block.call().isEmpty())) {
            Block first = blocks.get(0);
            return List.of(new Block(
                    first.tag(),
                    first.direction(),
                    first.who(),
                    first.what(),
                    Text.filled(Language.ENGLISH, "campaigns.sheetCall")));
        }
        return blocks;
    }

    private Block block(String tag) {
        String fallback = view.getDocument().languages().get(0);
        return new Block(
                tag,
                Language.directionOf(tag).html(),
                workspace.getSettings().name().best(tag, workspace.getSettings().defaultLanguage()),
                view.getDocument().title().best(tag, fallback),
                Language.of(tag)
                        .filter(language -> isSame(language.tag(), tag))
                        .map(language -> Text.filled(language, "campaigns.sheetCall"))
                        .orElse(""));
    }

    /** Whether readers of the one read the other: traditional Chinese is not simplified Chinese. */
    private static boolean isSame(String product, String tag) {
        return Locale.forLanguageTag(product).getScript().isEmpty()
                || Locale.forLanguageTag(tag).getScript().isEmpty()
                || Locale.forLanguageTag(product)
                        .getScript()
                        .equals(Locale.forLanguageTag(tag).getScript());
    }
}
