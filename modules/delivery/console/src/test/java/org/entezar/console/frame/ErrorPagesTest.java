package org.entezar.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.faces.application.ViewExpiredException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Language;
import org.entezar.kernel.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What people read when something went wrong: in their language, with a way on, and nothing of the inside. */
class ErrorPagesTest {

    private final StringWriter body = new StringWriter();
    private int status;

    private ErrorPages pages(Language language) {
        ErrorPages pages = new ErrorPages();
        pages.visitor = new Visitor() {
            @Override
            public Language getLanguage() {
                return language;
            }

            @Override
            public String getTheme() {
                return "auto";
            }

            @Override
            public String getAddress() {
                return "/w/demo/campaigns?q=\"><script>alert(1)</script>";
            }
        };
        pages.text = new Text() {
            @Override
            public String get(Object key) {
                return Text.filled(language, String.valueOf(key));
            }

            @Override
            public String of(String key, Object argument) {
                return Text.filled(language, key, argument);
            }

            @Override
            public String problem(Problem problem) {
                return problem.code().name();
            }
        };
        pages.assets = new Assets() {
            @Override
            public String get(Object name) {
                return "/assets/0/" + name;
            }
        };
        return pages;
    }

    private HttpServletResponse response() {
        PrintWriter writer = new PrintWriter(body);
        return (HttpServletResponse) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpServletResponse.class}, (proxy, called, args) -> {
                    switch (called.getName()) {
                        case "setStatus" -> status = (Integer) args[0];
                        case "getWriter" -> {
                            return writer;
                        }
                        case "isCommitted" -> {
                            return false;
                        }
                        default -> {}
                    }
                    return null;
                });
    }

    private static HttpServletRequest asking(String accept) {
        return Requests.request("GET", "/w/demo", Map.of("Accept", accept), Requests.notes());
    }

    static Stream<Arguments> troubles() {
        return Arrays.stream(Language.values()).flatMap(language -> Stream.of(
                        new Problem(ErrorCode.UNAUTHENTICATED),
                        new Problem(ErrorCode.FORBIDDEN, "CAMPAIGN_RUN"),
                        new Problem(ErrorCode.NOT_FOUND),
                        new Problem(ErrorCode.STATE, "CLOSED"),
                        new Problem(ErrorCode.MALFORMED_JSON),
                        new Problem(ErrorCode.OVERLOADED, 2),
                        new Problem(ErrorCode.TOO_MANY_REQUESTS, 30),
                        new ViewExpiredException("/console/campaigns/create.xhtml"),
                        new IllegalStateException("password=secret"))
                .map(failure -> Arguments.of(language, failure)));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void everyTroubleIsToldInTheReadersLanguageWithAWayOn(Language language, RuntimeException failure)
            throws IOException {
        pages(language).answer(asking("text/html"), response(), new ServletException(failure));
        String page = body.toString();
        assertThat(status)
                .isEqualTo(
                        failure instanceof Problem problem
                                ? problem.code().status()
                                : failure instanceof ViewExpiredException ? 409 : 500);
        assertThat(page)
                .contains("<html lang=\"" + language.tag() + "\" dir=\""
                        + language.direction().html())
                .containsPattern("<h1>[^<]{3,}</h1><p>[^<]{10,}</p>")
                .containsPattern("<a class=\"button primary\" href=\"/[^\"]*\"[^>]*>[^<]{2,}</a>")
                .doesNotContain("frame.error", "secret", "Exception", "<script>", ".xhtml")
                .contains("data-typed hidden>");
        if (language == Language.PERSIAN) {
            assertThat(page).containsPattern("<h1>[^<]*[\\u0600-\\u06ff]");
        }
        if (language == Language.CHINESE) {
            assertThat(page).containsPattern("<h1>[^<]*[\\u4e00-\\u9fff]");
        }
    }

    @Test
    void aScriptIsToldACodeAndNothingOfTheInside() throws IOException {
        pages(Language.ENGLISH).answer(asking("application/json"), response(), new IllegalStateException("secret"));
        assertThat(status).isEqualTo(500);
        assertThat(body.toString()).contains("\"code\":\"INTERNAL\"").doesNotContain("secret");
    }
}
