package org.entezar.console.frame;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.entezar.console.Action;
import org.entezar.console.OpenPage;
import org.entezar.console.Page;
import org.entezar.console.Place;
import org.entezar.console.Visitor;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.tenancy.Installation;
import org.entezar.platform.tenancy.Passage;
import org.entezar.workspace.Members;
import org.entezar.workspace.Turnstile;

/**
 * Leads addresses to pages: resolves the alias among the visitor's own workspaces, asks for the page's permission and
 * forwards to its view. Views cannot be reached by their own names. An alias that is not the visitor's is answered as
 * one that does not exist.
 */
public class ConsoleDoor extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String ENTERED = "org.entezar.entered.";

    /** Pages outside all workspaces, and whether one must be signed in. */
    private static final Map<String, Outside> OUTSIDE = Map.of(
            "/", new Outside("/console/landing.xhtml", false, false),
            "/workspaces", new Outside("/console/workspaces/list.xhtml", true, false),
            "/workspaces/new", new Outside("/console/workspaces/create.xhtml", true, false));

    private record Outside(String view, boolean signedIn, boolean operators) {}

    @Inject
    transient Navigation navigation;

    @Inject
    transient Place place;

    @Inject
    transient Visitor visitor;

    @Inject
    transient ErrorPages errors;

    @Inject
    transient Members members;

    @Inject
    transient Turnstile turnstile;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        Outside outside = OUTSIDE.get(path.isEmpty() ? "/" : path);
        if (outside == null && !path.startsWith("/w/")) {
            Optional<Routes.Found<OpenPage>> open = navigation.open(path.substring(1));
            if (open.isPresent()) {
                place.visit(path, open.get().parameters());
                OpenPage page = open.get().target();
                outside = new Outside(page.view(), page.operators(), page.operators());
            }
        }
        if (outside == null && !path.startsWith("/w/")) {
            if (path.endsWith(".xhtml") && !path.startsWith("/jakarta.faces.resource/")) {
                errors.answer(request, response, new Problem(ErrorCode.NOT_FOUND, path));
                return;
            }
            chain.doFilter(request, response);
            return;
        }
        try {
            if (!SameOrigin.accepts(request)) {
                throw new Problem(ErrorCode.FORBIDDEN, request.getMethod());
            }
            if ((outside == null || outside.signedIn()) && !visitor.isSignedIn()) {
                askToSignIn(request, response);
            } else if (outside == null) {
                enter(path.substring("/w/".length()), request, response);
            } else {
                if (outside.operators()) {
                    Installation.operating(visitor.getCaller());
                }
                show(outside.view(), request, response);
            }
        } catch (ServletException | RuntimeException failure) {
            errors.answer(request, response, failure);
        }
    }

    /** A sign-in opens a session, so what the session has not noted yet is the first page after it. */
    private void noteSignIn(Caller caller, WorkspaceId workspace, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        String entered = ENTERED + workspace;
        if (session != null && session.getAttribute(entered) == null) {
            members.entered(caller, workspace);
            session.setAttribute(entered, true);
        }
    }

    private void enter(String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        int slash = path.indexOf('/');
        String alias = slash < 0 ? path : path.substring(0, slash);
        String below = slash < 0 ? "" : path.substring(slash + 1);
        Caller caller = visitor.getCaller();
        WorkspaceId id = caller.workspace(alias).orElseThrow(() -> new Problem(ErrorCode.WORKSPACE_NOT_FOUND));
        if (caller.isLockedOut(id) && request.getMethod().equals("GET") && !errors.wantsJson(request)) {
            response.sendRedirect("/account/second-factor?workspace=" + alias);
            return;
        }
        try (Passage passage = turnstile.enter(Turnstile.Way.PAGES, caller, id, request.getRequestURI())) {
            enter(id, alias, below, request, response);
        }
    }

    private void enter(
            WorkspaceId id, String alias, String below, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Caller caller = visitor.getCaller();
        noteSignIn(caller, id, request);
        Optional<Routes.Found<Page>> page = navigation.page(below);
        if (page.isPresent()) {
            Page target = page.get().target();
            place.enter(id, alias, target.area(), below, page.get().parameters());
            pass(caller, id, target.permission());
            show(target.view(), request, response);
            return;
        }
        Routes.Found<Action> action =
                navigation.action(below).orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND, below));
        place.enter(id, alias, null, below, action.parameters());
        pass(caller, id, action.target().permission());
        if (!action.target().methods().contains(request.getMethod())) {
            throw new Problem(ErrorCode.METHOD_NOT_ALLOWED, request.getMethod());
        }
        response.setHeader("Cache-Control", "no-store");
        action.target().handler().serve(place, request, response);
    }

    /** Whoever may do it with some campaigns only comes in too; the facades ask with which. */
    private static void pass(Caller caller, WorkspaceId id, Permission permission) {
        caller.requireWithSome(id, permission);
    }

    private static void show(String view, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        response.setHeader("Cache-Control", "no-store");
        request.getRequestDispatcher(view).forward(request, response);
    }

    private void askToSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("GET") || errors.wantsJson(request)) {
            throw new Problem(ErrorCode.UNAUTHENTICATED);
        }
        response.sendRedirect("/sign-in?return=" + URLEncoder.encode(visitor.getAddress(), StandardCharsets.UTF_8));
    }
}
