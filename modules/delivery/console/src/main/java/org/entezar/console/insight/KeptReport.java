package org.entezar.console.insight;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.entezar.console.CurrentWorkspace;
import org.entezar.console.Format;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.evidence.Entry;
import org.entezar.evidence.EntryProof;
import org.entezar.evidence.SignedCheckpoint;
import org.entezar.insight.KeptInsight;
import org.entezar.kernel.Language;
import org.jspecify.annotations.Nullable;

/**
 * A kept insight as a page that stands alone: finding, figures, what they were made of, and the proof with the
 * installation's signature. For reading, printing and filing; the proof within is that of its file.
 */
@RequestScoped
public class KeptReport {

    private static final String PERSIAN_FONT = "/META-INF/resources/assets/fonts/vazirmatn.woff2";

    @Inject
    @SuppressWarnings("NullAway.Init")
    KeptFacts facts;

    @Inject
    @SuppressWarnings("NullAway.Init")
    KeptProof proofs;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentWorkspace workspace;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Visitor visitor;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Place place;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Text text;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Format format;

    /** The whole page, in the reader's language. */
    String page(KeptInsight kept) {
        EntryProof proof = proofs.of(visitor.getCaller(), place.getWorkspaceId(), kept);
        String document = proofs.document(visitor.getCaller(), place.getWorkspaceId(), kept);
        StringBuilder page = new StringBuilder(16_384);
        String title = facts.method(kept) + " · " + facts.campaign(kept);
        page.append("<!doctype html>\n<html lang=\"")
                .append(visitor.getTag())
                .append("\" dir=\"")
                .append(visitor.getDirection())
                .append("\">\n<head><meta charset=\"utf-8\"><title>")
                .append(escaped(title))
                .append("</title>\n<style>")
                .append(style(visitor.getLanguage()))
                .append("</style></head>\n<body>\n<header><p>")
                .append(escaped(workspace.getName()))
                .append("</p><h1>")
                .append(escaped(title))
                .append("</h1></header>\n<main>\n");
        List<String> findings = facts.findings(kept);
        element(page, "p class=\"finding\"", findings.get(0));
        findings.stream().skip(1).forEach(sentence -> element(page, "p", sentence));
        facts.notices(kept).forEach(notice -> element(page, "p class=\"notice\"", notice));
        table(page, kept);
        element(page, "h2", text.get("kept.madeOf"));
        facts(page, facts.facts(kept));
        signature(page, proof);
        page.append("</main>\n<script type=\"application/json\" id=\"proof\">")
                .append(document.replace("<", "\\u003c"))
                .append("</script>\n</body>\n</html>\n");
        return page.toString();
    }

    private void table(StringBuilder page, KeptInsight kept) {
        element(page, "h2", text.get("insight.figures"));
        page.append("<table><thead><tr>");
        facts.heads(kept).forEach(head -> element(page, head.amount() ? "th class=\"amount\"" : "th", head.label()));
        page.append("</tr></thead>\n<tbody>");
        for (List<TableView.Shown> row : facts.rows(kept)) {
            page.append("<tr>");
            row.forEach(cell -> element(page, cell.amount() ? "td class=\"amount\"" : "td", cell.shown()));
            page.append("</tr>\n");
        }
        page.append("</tbody></table>\n");
    }

    private static void facts(StringBuilder page, List<KeptFacts.Fact> all) {
        page.append("<dl>");
        for (KeptFacts.Fact fact : all) {
            element(page, "dt", fact.name());
            element(page, fact.code() ? "dd class=\"code\"" : "dd", fact.value());
        }
        page.append("</dl>\n");
    }

    private void signature(StringBuilder page, EntryProof proof) {
        SignedCheckpoint signed = proof.checkpoint();
        element(page, "h2", text.get("kept.signature"));
        element(page, "p", text.get("kept.signature.lead"));
        facts(
                page,
                List.of(
                        new KeptFacts.Fact(
                                text.get("kept.hash"), Entry.hash(proof.entry()).hex(), true),
                        new KeptFacts.Fact(
                                text.get("kept.checkpoint"),
                                text.of(
                                        "kept.checkpoint.of",
                                        signed.checkpoint().size(),
                                        format.dateTime(signed.checkpoint().at())),
                                false),
                        new KeptFacts.Fact(text.get("kept.line"), signed.line(), true)));
    }

    private static void element(StringBuilder page, String tag, String content) {
        int blank = tag.indexOf(' ');
        page.append('<')
                .append(tag)
                .append("><bdi>")
                .append(escaped(content))
                .append("</bdi></")
                .append(blank < 0 ? tag : tag.substring(0, blank))
                .append('>');
    }

    static String escaped(@Nullable String content) {
        return Objects.requireNonNullElse(content, "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** The style, and for Persian the font within, since a file that stands alone finds none of ours. */
    private static String style(Language language) {
        String style = new String(resource("report.css"), StandardCharsets.UTF_8);
        return language == Language.PERSIAN
                ? "@font-face { font-family: \"Vazirmatn\"; font-weight: 100 900; src: url(\"data:font/woff2;base64,"
                        + Base64.getEncoder().encodeToString(resource(PERSIAN_FONT)) + "\") format(\"woff2\"); }"
                        + style
                : style;
    }

    private static byte[] resource(String name) {
        try (InputStream stream = KeptReport.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(stream, name).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
