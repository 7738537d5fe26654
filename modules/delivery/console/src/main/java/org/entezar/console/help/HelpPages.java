package org.entezar.console.help;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.entezar.console.OpenPage;
import org.entezar.console.Page;
import org.entezar.console.PageSource;

/** The help is documentation: everybody may read it. */
@ApplicationScoped
public class HelpPages implements PageSource {

    @Override
    public List<Page> pages() {
        return List.of();
    }

    @Override
    public List<OpenPage> openPages() {
        return List.of(
                new OpenPage("help", "/console/help/help.xhtml"),
                new OpenPage("help/{topic}", "/console/help/help.xhtml"));
    }
}
