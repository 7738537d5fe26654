package org.entezar.identity.internal.provider;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.entezar.identity.internal.provider.GuardedFetch.Unfit;
import org.entezar.kernel.IdentityProviders.Check;
import org.entezar.kernel.IdentityProviders.Examined;
import org.entezar.kernel.IdentityProviders.Outcome;
import org.entezar.kernel.IdentityProviders.Protocol;
import org.entezar.kernel.IdentityProviders.Wanted;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Looks at an identity provider by the document that it publishes of itself: OpenID Connect Discovery 1.0, or SAML 2.0
 * metadata. Documents are hostile: XML without declarations or entities, and every address in them is held to the same
 * rule as the one that was typed.
 */
final class ProviderExaminer {

    private static final String METADATA = "urn:oasis:names:tc:SAML:2.0:metadata";
    private static final String SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";
    private static final String POST = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";

    private final GuardedFetch fetch;
    private final Clock clock;

    ProviderExaminer(GuardedFetch fetch, Clock clock) {
        this.fetch = fetch;
        this.clock = clock;
    }

    Examined examine(Wanted wanted) {
        List<Outcome> outcomes = new ArrayList<>();
        Map<String, String> settings = new LinkedHashMap<>();
        Check current = Check.ADDRESS;
        try {
            fetch.check(wanted.address());
            outcomes.add(new Outcome(current, true, wanted.address().getHost()));
            current = Check.DOCUMENT;
            if (wanted.protocol() == Protocol.OPENID) {
                openId(wanted, outcomes, settings);
            } else {
                saml(wanted, outcomes, settings);
            }
        } catch (Unfit unfit) {
            outcomes.add(new Outcome(current, false, unfit.reason()));
        }
        return new Examined(outcomes, settings);
    }

    private void openId(Wanted wanted, List<Outcome> outcomes, Map<String, String> settings) throws Unfit {
        String issuer = wanted.address().toString();
        OIDCProviderMetadata metadata;
        try {
            metadata = OIDCProviderMetadata.parse(new String(
                    fetch.get(
                            URI.create(issuer.replaceAll("/$", "") + "/.well-known/openid-configuration"),
                            "application/json"),
                    StandardCharsets.UTF_8));
        } catch (ParseException malformed) {
            throw new Unfit("openid-configuration");
        }
        outcomes.add(new Outcome(Check.DOCUMENT, true, "openid-configuration"));
        String named = metadata.getIssuer().getValue();
        outcomes.add(new Outcome(Check.NAME, named.equals(issuer), named));
        List<URI> endpoints = Stream.of(
                        metadata.getAuthorizationEndpointURI(), metadata.getTokenEndpointURI(), metadata.getJWKSetURI())
                .filter(java.util.Objects::nonNull)
                .toList();
        boolean fit = endpoints.size() == 3
                && endpoints.stream()
                        .allMatch(address -> fetch.usable(address.toString()).isPresent());
        outcomes.add(new Outcome(
                Check.ENDPOINTS,
                fit,
                endpoints.isEmpty() ? "" : endpoints.get(0).getHost()));
        if (!fit) {
            return;
        }
        outcomes.add(keys(metadata.getJWKSetURI()));
        ClientAuthenticationMethod method = method(metadata);
        outcomes.add(client(metadata.getTokenEndpointURI(), method, wanted));
        settings.put("clientAuthMethod", method.getValue());
        settings.put("issuer", named);
        settings.put("authorizationUrl", metadata.getAuthorizationEndpointURI().toString());
        settings.put("tokenUrl", metadata.getTokenEndpointURI().toString());
        settings.put("jwksUrl", metadata.getJWKSetURI().toString());
        Optional.ofNullable(metadata.getUserInfoEndpointURI())
                .flatMap(address -> fetch.usable(address.toString()))
                .ifPresent(address -> settings.put("userInfoUrl", address.toString()));
    }

    private Outcome keys(URI address) {
        try {
            JWKSet keys = JWKSet.parse(new String(fetch.get(address, "application/json"), StandardCharsets.UTF_8));
            long count = keys.getKeys().stream()
                    .filter(key -> !key.isPrivate())
                    .filter(key -> key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse()))
                    .count();
            return new Outcome(Check.KEYS, count > 0, String.valueOf(count));
        } catch (java.text.ParseException malformed) {
            return new Outcome(Check.KEYS, false, "jwks");
        } catch (Unfit unfit) {
            return new Outcome(Check.KEYS, false, unfit.reason());
        }
    }

    private static ClientAuthenticationMethod method(OIDCProviderMetadata metadata) {
        List<ClientAuthenticationMethod> methods = metadata.getTokenEndpointAuthMethods();
        return methods == null
                        || methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        || !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                ? ClientAuthenticationMethod.CLIENT_SECRET_BASIC
                : ClientAuthenticationMethod.CLIENT_SECRET_POST;
    }

    /**
     * Asks for a token with a code that nobody gave: whoever knows the client says that the code is wrong, whoever does
     * not says that the client is (RFC 6749, 5.2).
     */
    private Outcome client(URI address, ClientAuthenticationMethod method, Wanted wanted) {
        String form =
                "grant_type=authorization_code&code=looked-at&redirect_uri=" + encoded("https://entezar.invalid/");
        String id = encoded(wanted.clientId());
        String secret = encoded(wanted.clientSecret());
        try {
            boolean basic = method.equals(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
            GuardedFetch.Answer answer = fetch.post(
                    address,
                    basic ? form : form + "&client_id=" + id + "&client_secret=" + secret,
                    basic
                            ? "Basic "
                                    + Base64.getEncoder()
                                            .encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8))
                            : "");
            String text = new String(answer.body(), StandardCharsets.UTF_8);
            boolean unknown = answer.status() == 401
                    || answer.status() == 404
                    || answer.status() >= 500
                    || text.contains("invalid_client")
                    || text.contains("unauthorized_client");
            return new Outcome(Check.CLIENT, !unknown, unknown ? "HTTP " + answer.status() : wanted.clientId());
        } catch (Unfit unfit) {
            return new Outcome(Check.CLIENT, false, unfit.reason());
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void saml(Wanted wanted, List<Outcome> outcomes, Map<String, String> settings) throws Unfit {
        Document document = xml(fetch.get(wanted.address(), "application/samlmetadata+xml, application/xml"));
        Element root = document.getDocumentElement();
        NodeList descriptors = root.getElementsByTagNameNS(METADATA, "IDPSSODescriptor");
        if (!METADATA.equals(root.getNamespaceURI()) || descriptors.getLength() != 1) {
            throw new Unfit("IDPSSODescriptor");
        }
        outcomes.add(new Outcome(Check.DOCUMENT, true, "IDPSSODescriptor"));
        Element provider = (Element) descriptors.item(0);
        String entity = root.getAttribute("entityID");
        outcomes.add(new Outcome(Check.NAME, !entity.isBlank(), entity));
        Optional<Element> service = signOn(provider);
        Optional<URI> address =
                service.map(found -> found.getAttribute("Location")).flatMap(fetch::usable);
        outcomes.add(new Outcome(
                Check.ENDPOINTS, address.isPresent(), address.map(URI::getHost).orElse("SingleSignOnService")));
        List<X509Certificate> certificates = certificates(provider);
        outcomes.add(new Outcome(
                Check.KEYS,
                !certificates.isEmpty(),
                certificates.stream()
                        .map(X509Certificate::getNotAfter)
                        .max(Date::compareTo)
                        .map(until -> until.toInstant().toString())
                        .orElse("X509Certificate")));
        if (address.isPresent() && !certificates.isEmpty()) {
            settings.put("idpEntityId", entity);
            settings.put("singleSignOnServiceUrl", address.get().toString());
            settings.put(
                    "postBindingAuthnRequest",
                    String.valueOf(service.orElseThrow().getAttribute("Binding").equals(POST)));
            settings.put("signingCertificate", joined(certificates));
        }
    }

    /** By POST rather than by redirect, where there are both. */
    private static Optional<Element> signOn(Element provider) {
        NodeList services = provider.getElementsByTagNameNS(METADATA, "SingleSignOnService");
        Optional<Element> found = Optional.empty();
        for (int i = 0; i < services.getLength(); i++) {
            Element service = (Element) services.item(i);
            String binding = service.getAttribute("Binding");
            if (binding.equals(POST) || (found.isEmpty() && binding.endsWith(":HTTP-Redirect"))) {
                found = Optional.of(service);
            }
        }
        return found;
    }

    /** Certificates for signatures that hold now. */
    private List<X509Certificate> certificates(Element provider) {
        List<X509Certificate> certificates = new ArrayList<>();
        NodeList keys = provider.getElementsByTagNameNS(METADATA, "KeyDescriptor");
        for (int i = 0; i < keys.getLength(); i++) {
            Element key = (Element) keys.item(i);
            if (key.getAttribute("use").equals("encryption")) {
                continue;
            }
            NodeList found = key.getElementsByTagNameNS(SIGNATURE, "X509Certificate");
            for (int j = 0; j < found.getLength(); j++) {
                certificate(found.item(j).getTextContent()).ifPresent(certificates::add);
            }
        }
        return certificates;
    }

    private Optional<X509Certificate> certificate(String base64) {
        try {
            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(Base64.getMimeDecoder().decode(base64)));
            certificate.checkValidity(Date.from(clock.instant()));
            return Optional.of(certificate);
        } catch (CertificateException | IllegalArgumentException unfit) {
            return Optional.empty();
        }
    }

    private static String joined(List<X509Certificate> certificates) {
        List<String> encoded = new ArrayList<>();
        for (X509Certificate certificate : certificates) {
            try {
                encoded.add(Base64.getEncoder().encodeToString(certificate.getEncoded()));
            } catch (CertificateException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return String.join(",", encoded);
    }

    private static Document xml(byte[] bytes) throws Unfit {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        } catch (SAXException | IOException malformed) {
            throw new Unfit("XML");
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
