package org.entezar.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.entezar.identity.internal.browser.Pages;
import org.entezar.kernel.Caller;

/**
 * Who acts in this request, for injection into resources and pages. In views: {@code currentCaller}. One for all requests:
 * it keeps nothing but the container's way to the request that is being answered on this thread.
 */
@Named
@ApplicationScoped
public class CurrentCaller {

    @Inject
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    /** The caller that the door made of the token or the session; anonymous where neither was there. */
    public Caller caller() {
        return Identity.caller(request);
    }

    /** The caller with the roles of this moment, as after creating a workspace; asks Keycloak. */
    public Caller renewed() {
        return Pages.renew(request);
    }

    /** What the form that signs out sends back in the field {@code form-token}; empty when nobody is signed in. */
    public String getFormToken() {
        return request.getAttribute(Identity.FORM_TOKEN) instanceof String token ? token : "";
    }

    /** What inline scripts and styles of this page carry. */
    public String getNonce() {
        return request.getAttribute(Identity.NONCE) instanceof String nonce ? nonce : "";
    }
}
