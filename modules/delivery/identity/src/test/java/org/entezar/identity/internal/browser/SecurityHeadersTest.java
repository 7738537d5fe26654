package org.entezar.identity.internal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.entezar.identity.IdentitySettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headers that depend on how browsers reach the product. */
class SecurityHeadersTest {

    private final Map<String, String> headers = new HashMap<>();

    @ParameterizedTest
    @CsvSource({"https://feedback.example.org, true", "http://localhost:8080, false"})
    void browsersAreHeldToTlsWhereThePublicAddressHasIt(String publicUrl, boolean held) {
        guard(publicUrl, Reach.OPEN, "/");
        assertThat(headers.containsKey("Strict-Transport-Security")).isEqualTo(held);
    }

    @ParameterizedTest
    @CsvSource({"OPEN, /", "MEMBERS, /w/stay", "BLIND, /s/abc", "API, /api/v1/workspaces"})
    void noPageIsFramedOrRunsWhatIsWrittenIntoIt(Reach reach, String path) {
        guard("https://feedback.example.org", reach, path);
        assertThat(headers.get("Content-Security-Policy"))
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe-inline");
        assertThat(headers).containsEntry("X-Content-Type-Options", "nosniff");
    }

    private void guard(String publicUrl, Reach reach, String path) {
        IdentitySettings.Client client = new IdentitySettings.Client("a", "b");
        IdentitySettings settings = new IdentitySettings(
                URI.create("https://id.example.org/realms/entezar"),
                URI.create("http://127.0.0.1:8180"),
                URI.create(publicUrl),
                client,
                client);
        new SecurityHeaders(settings)
                .guard(recorder(HttpServletRequest.class), recorder(HttpServletResponse.class), reach, path);
    }

    private <T> T recorder(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals("setHeader")) {
                        headers.put((String) arguments[0], (String) arguments[1]);
                    }
                    return null;
                }));
    }
}
