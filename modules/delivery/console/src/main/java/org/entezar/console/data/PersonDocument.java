package org.entezar.console.data;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.entezar.collection.ConsentRecord;
import org.entezar.collection.PersonFile;
import org.entezar.console.CurrentWorkspace;
import org.entezar.console.Format;
import org.entezar.console.Text;
import org.entezar.console.Visitor;

/** Everything that is held of a person as a page that can be read anywhere: plain HTML without script or address. */
@RequestScoped
class PersonDocument {

    @Inject
    Text text;

    @Inject
    Format format;

    @Inject
    Visitor visitor;

    @Inject
    CurrentWorkspace workspace;

    String html(PersonFile file) {
        StringBuilder page = new StringBuilder();
        page.append("<!DOCTYPE html>\n<html lang=\"")
                .append(visitor.getTag())
                .append("\" dir=\"")
                .append(visitor.getDirection())
                .append("\"><head><meta charset=\"utf-8\"><title>");
        escape(page, text.get("person.documentTitle"));
        page.append("</title></head><body>\n");
        element(page, "h1", text.of("person.documentHeading", workspace.getName()));
        element(
                page,
                "p",
                text.of("person.documentLead", file.reference(), format.dateTime(file.madeAt()), file.code()));
        for (PersonFile.Given given : file.responses()) {
            element(page, "h2", text.best(given.campaignName()) + " · " + format.dateTime(given.submittedAt()));
            page.append("<dl>");
            for (PersonFile.Answer answer : given.answers()) {
                element(page, "dt", text.best(answer.question()));
                element(
                        page,
                        "dd",
                        answer.answer().path("erased").asBoolean()
                                ? text.get("person.gone")
                                : PersonFile.words(answer.answer()));
            }
            given.context().forEach((name, value) -> {
                element(page, "dt", name);
                element(page, "dd", value);
            });
            page.append("</dl>\n");
            for (ConsentRecord consent : given.consents()) {
                element(page, "h3", text.get("person.consent"));
                element(page, "blockquote", consent.text());
                element(
                        page,
                        "p",
                        text.of(
                                "person.consentLine",
                                text.get(consent.agreed() ? "person.agreed" : "person.notAgreed"),
                                format.dateTime(consent.at()),
                                consent.version(),
                                format.language(consent.language())));
            }
        }
        return page.append("</body></html>\n").toString();
    }

    private static void element(StringBuilder page, String name, String content) {
        page.append('<').append(name).append('>');
        escape(page, content);
        page.append("</").append(name).append(">\n");
    }

    private static void escape(StringBuilder page, String content) {
        content.chars()
                .forEach(unit -> page.append(
                        switch (unit) {
                            case '<' -> "&lt;";
                            case '>' -> "&gt;";
                            case '&' -> "&amp;";
                            case '"' -> "&quot;";
                            default -> String.valueOf((char) unit);
                        }));
    }
}
