package org.entezar.console.start;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.entezar.console.OpenPage;
import org.entezar.console.Page;
import org.entezar.console.PageSource;

/** Where people sign up, and where operators see who does. */
@ApplicationScoped
public class StartPages implements PageSource {

    @Override
    public List<Page> pages() {
        return List.of();
    }

    @Override
    public List<OpenPage> openPages() {
        return List.of(
                new OpenPage("sign-up", "/console/start/sign-up.xhtml"),
                new OpenPage("sign-up/{ticket}", "/console/start/found.xhtml"),
                new OpenPage("outbox", "/console/start/outbox.xhtml"),
                new OpenPage("outbox/{mail}", "/console/start/letter.xhtml"),
                new OpenPage("workspaces/registrations", "/console/start/registrations.xhtml"));
    }
}
