package org.entezar.premises;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A window that a test has opened, with what its pages sent, were answered and complained of last. When the test closes
 * it, it stays open until the test is over, since only then is it known whether somebody wants to see it.
 */
final class Window {

    private static final int REMEMBERED = 200;
    private static final int LONG = 2_000;

    /** Browsers are driven by the thread of their test, and their windows with them. */
    private static final ThreadLocal<List<Window>> OPEN = ThreadLocal.withInitial(ArrayList::new);

    private final BrowserContext context;
    private final Deque<String> heard = new ArrayDeque<>();
    private boolean left;

    private Window(BrowserContext context) {
        this.context = context;
    }

    /** The same window, known from now on. */
    static BrowserContext known(BrowserContext context) {
        Window window = new Window(context);
        window.listen();
        List<Window> open = OPEN.get();
        open.add(window);
        context.onClose(gone -> open.remove(window));
        return (BrowserContext) Proxy.newProxyInstance(
                Window.class.getClassLoader(), new Class<?>[] {BrowserContext.class}, window::called);
    }

    /** Those that are open, whether their tests have left them or not. */
    static List<Window> open() {
        return List.copyOf(OPEN.get());
    }

    /** Closes those that their tests have left. */
    static void closeLeft() {
        open().stream().filter(window -> window.left).forEach(window -> window.context.close());
    }

    List<Page> pages() {
        return context.pages();
    }

    /** What was sent, answered and complained of, the latest last. */
    Stream<String> heard() {
        return heard.stream();
    }

    /** No dialogs: whoever listens to them must answer them. */
    private void listen() {
        context.onRequest(request -> hear("> " + request.method() + " " + request.url() + sent(request)));
        context.onResponse(response -> hear("< " + response.status() + " " + response.url()));
        context.onRequestFailed(request -> hear("! " + request.url() + " " + request.failure()));
        context.onConsoleMessage(message -> hear("console " + message.type() + ": " + message.text()));
        context.onWebError(error -> hear("script: " + error.error()));
    }

    private static String sent(Request request) {
        String body = request.postData();
        return body == null ? "" : " " + body;
    }

    private void hear(String line) {
        if (heard.size() == REMEMBERED) {
            heard.removeFirst();
        }
        heard.addLast(line.substring(0, Math.min(line.length(), LONG)));
    }

    private @Nullable Object called(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("close") && !context.pages().isEmpty()) {
            left = true;
            return null;
        }
        try {
            return method.invoke(context, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
