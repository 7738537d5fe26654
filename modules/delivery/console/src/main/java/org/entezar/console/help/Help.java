package org.entezar.console.help;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.entezar.console.Place;
import org.entezar.console.Visitor;
import org.entezar.console.help.HelpTopics.HelpPage;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.jspecify.annotations.Nullable;

/** The help page of the address in the visitor's language. In views: {@code help}. */
@Named("help")
@RequestScoped
public class Help {

    @Inject
    HelpTopics topics;

    @Inject
    Place place;

    @Inject
    Visitor visitor;

    private @Nullable HelpPage page;

    /** The page; the first one where the address names none. */
    public HelpPage getPage() {
        if (page == null) {
            String topic = place.getPath().equals("/help") ? HelpTopics.ALL.get(0) : place.parameter("topic");
            page = topics.page(topic, visitor.getLanguage()).orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND, topic));
        }
        return page;
    }

    /** All pages, for the list beside the page. */
    public List<HelpPage> getAll() {
        return HelpTopics.ALL.stream()
                .flatMap(topic -> topics.page(topic, visitor.getLanguage()).stream())
                .toList();
    }
}
