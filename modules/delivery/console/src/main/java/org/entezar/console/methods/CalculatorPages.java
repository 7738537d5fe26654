package org.entezar.console.methods;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.entezar.console.OpenPage;
import org.entezar.console.Page;
import org.entezar.console.PageSource;

/** The list of methods and the page of each, for everybody. */
@ApplicationScoped
public class CalculatorPages implements PageSource {

    @Override
    public List<Page> pages() {
        return List.of();
    }

    @Override
    public List<OpenPage> openPages() {
        return List.of(
                new OpenPage("methods", "/console/methods/list.xhtml"),
                new OpenPage("methods/{function}", "/console/methods/method.xhtml"));
    }
}
