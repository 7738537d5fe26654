package org.entezar.console.account;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.entezar.console.Place;
import org.entezar.workspace.EnterpriseSignIn;

/** The page behind the link by which whoever runs a domain says that it is theirs. In views: {@code domainForm}. */
@Named("domainForm")
@RequestScoped
public class DomainForm {

    @Inject
    EnterpriseSignIn signIn;

    @Inject
    Place place;

    @Inject
    HttpServletRequest request;

    private String domain = "";
    private boolean proven;

    @PostConstruct
    void begin() {
        domain = signIn.look(place.parameter("ticket"));
    }

    /** Before the page is drawn: proves it when the form says so; a link alone, which mail programs open, does not. */
    public void answer() {
        if (request.getMethod().equals("POST")) {
            signIn.prove(place.parameter("ticket"));
            proven = true;
        }
    }

    public String getHere() {
        return "/domain/" + place.parameter("ticket");
    }

    public String getDomain() {
        return domain;
    }

    public boolean isProven() {
        return proven;
    }
}
