package org.entezar.console.guide;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.entezar.console.OpenPage;
import org.entezar.console.Page;
import org.entezar.console.PageSource;

/** The style guide shows nothing of anybody; everybody may see it. */
@ApplicationScoped
public class StyleGuidePages implements PageSource {

    @Override
    public List<Page> pages() {
        return List.of();
    }

    @Override
    public List<OpenPage> openPages() {
        return List.of(new OpenPage("style-guide", "/console/guide/style-guide.xhtml"));
    }
}
