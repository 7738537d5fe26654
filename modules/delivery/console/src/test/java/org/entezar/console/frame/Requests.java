package org.entezar.console.frame;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Requests and responses as far as the door looks at them; whatever else is asked of them fails the test. */
final class Requests {

    private Requests() {}

    /** A request; views that it is forwarded to are noted. */
    static HttpServletRequest request(String method, String path, Map<String, String> headers, List<String> forwarded) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                Requests.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, called, args) -> switch (called.getName()) {
                    case "getMethod" -> method;
                    case "getServletPath", "getRequestURI" -> path;
                    case "getPathInfo", "getQueryString", "getSession" -> null;
                    case "getHeader" -> headers.get(String.valueOf(args[0]));
                    case "getRequestDispatcher" -> dispatcher(String.valueOf(args[0]), forwarded);
                    case "getDispatcherType" -> jakarta.servlet.DispatcherType.REQUEST;
                    default -> throw new AssertionError("Nobody should ask for " + called);
                });
    }

    private static RequestDispatcher dispatcher(String view, List<String> forwarded) {
        return (RequestDispatcher) Proxy.newProxyInstance(
                Requests.class.getClassLoader(), new Class<?>[] {RequestDispatcher.class}, (proxy, called, args) -> {
                    forwarded.add(called.getName() + " " + view);
                    return null;
                });
    }

    /** A response that notes headers and redirects. */
    static HttpServletResponse response(List<String> noted) {
        return (HttpServletResponse) Proxy.newProxyInstance(
                Requests.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, called, args) -> switch (called.getName()) {
                    case "setHeader" -> noted.add(args[0] + ": " + args[1]) ? null : null;
                    case "sendRedirect" -> noted.add("to " + args[0]) ? null : null;
                    default -> throw new AssertionError("Nobody should call " + called);
                });
    }

    static List<String> notes() {
        return new ArrayList<>();
    }
}
