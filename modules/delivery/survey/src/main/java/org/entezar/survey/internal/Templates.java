package org.entezar.survey.internal;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import org.entezar.survey.SurveyPages;
import org.entezar.survey.internal.view.MessageView;
import org.entezar.survey.internal.view.PageView;

/** The precompiled templates, which escape every text by where it stands. */
final class Templates {

    private static final String PACKAGE = "org.entezar.survey.pages";
    private static final int USUAL_LENGTH = 48 * 1024;

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, SurveyPages.class.getClassLoader(), PACKAGE);

    String page(PageView view) {
        StringOutput output = new StringOutput(USUAL_LENGTH);
        engine.render("page.jte", view, output);
        return output.toString();
    }

    String message(MessageView view) {
        StringOutput output = new StringOutput();
        engine.render("message.jte", view, output);
        return output.toString();
    }
}
