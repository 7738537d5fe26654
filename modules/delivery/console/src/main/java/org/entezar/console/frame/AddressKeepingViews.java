package org.entezar.console.frame;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.RequestDispatcher;

/** Lets forms send to the address that the visitor sees, not to the view behind it. */
public class AddressKeepingViews extends ViewHandlerWrapper {

    public AddressKeepingViews(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public String getActionURL(FacesContext context, String viewId) {
        Object address = context.getExternalContext().getRequestMap().get(RequestDispatcher.FORWARD_REQUEST_URI);
        Object query = context.getExternalContext().getRequestMap().get(RequestDispatcher.FORWARD_QUERY_STRING);
        if (address == null) {
            return super.getActionURL(context, viewId);
        }
        return query == null ? address.toString() : address + "?" + query;
    }
}
