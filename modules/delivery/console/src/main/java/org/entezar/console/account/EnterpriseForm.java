package org.entezar.console.account;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entezar.console.Notices;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.IdentityProviders.Examined;
import org.entezar.kernel.IdentityProviders.Protocol;
import org.entezar.kernel.IdentityProviders.Wanted;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.Violation;
import org.entezar.platform.mail.Outbox;
import org.entezar.workspace.EnterpriseSetup;
import org.entezar.workspace.EnterpriseSignIn;
import org.jspecify.annotations.Nullable;

/**
 * The guided page by which an owner sets the organisation's own sign-in up. What was typed stays, the secret left out. In
 * views: {@code enterprise}.
 */
@Named("enterprise")
@RequestScoped
public class EnterpriseForm {

    @Inject
    EnterpriseSignIn signIn;

    @Inject
    Outbox outbox;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    @Inject
    Notices notices;

    @Inject
    Text text;

    @Inject
    HttpServletRequest request;

    private Optional<EnterpriseSetup> setup = Optional.empty();
    private @Nullable Examined examined;
    private final Map<String, String> errors = new HashMap<>();

    @PostConstruct
    void begin() {
        setup = signIn.find(visitor.getCaller(), place.getWorkspaceId());
    }

    /** Before the page is drawn: does what its form asks for. */
    public void answer() throws IOException {
        if (!request.getMethod().equals("POST") || field("deed").isEmpty()) {
            return;
        }
        try {
            switch (field("deed")) {
                case "claim" -> claim();
                case "test" -> examined = signIn.examine(visitor.getCaller(), place.getWorkspaceId(), wanted());
                case "use" -> use();
                case "remove" -> remove();
                default -> throw new Problem(ErrorCode.NOT_AN_OPTION, field("deed"));
            }
        } catch (Problem problem) {
            refuse(problem);
        }
    }

    private void claim() throws IOException {
        EnterpriseSetup claimed = signIn.claim(
                visitor.getCaller(), place.getWorkspaceId(), field("domain"), field("mailbox"), visitor.getLanguage());
        again(text.of("account.domainSent", claimed.mailbox() + "@" + claimed.domain()));
    }

    private void use() throws IOException {
        examined = signIn.put(visitor.getCaller(), place.getWorkspaceId(), wanted());
        if (examined.passed()) {
            again(text.get("account.providerOn"));
        }
    }

    private void remove() throws IOException {
        signIn.remove(visitor.getCaller(), place.getWorkspaceId());
        again(text.get("account.providerOff"));
    }

    private void again(String done) throws IOException {
        notices.done(done);
        FacesContext.getCurrentInstance().getExternalContext().redirect(getHere());
    }

    private Wanted wanted() {
        try {
            return new Wanted(
                    isSaml() ? Protocol.SAML : Protocol.OPENID,
                    URI.create(field("address")),
                    isSaml() ? "" : field("client-id"),
                    isSaml() ? "" : field("client-secret"));
        } catch (IllegalArgumentException malformed) {
            throw new Problem(List.of(Violation.at("/address", ErrorCode.WRONG_TYPE, "https")));
        }
    }

    private void refuse(Problem problem) {
        if (problem.violations().isEmpty()) {
            errors.put(
                    "",
                    problem.code() == ErrorCode.ALREADY_EXISTS
                            ? text.get("account.domainTaken")
                            : text.problem(problem));
        }
        for (Violation violation : problem.violations()) {
            String name = violation.pointer().substring(1);
            errors.put(name, name.equals("domain") ? text.get("account.noDomain") : text.violation(violation));
        }
    }

    public String getHere() {
        return place.to("people/sign-in/provider");
    }

    /** Whether the visitor may: owners may. */
    public boolean isMayChange() {
        return visitor.getCaller().roles(place.getWorkspaceId()).contains(Role.OWNER);
    }

    /** How far it is; null before anything was claimed. */
    public @Nullable EnterpriseSetup getSetup() {
        return setup.orElse(null);
    }

    public boolean isProven() {
        return setup.filter(EnterpriseSetup::isProven).isPresent();
    }

    /** The identity provider in use; null while there is none. */
    public EnterpriseSetup.@Nullable Provider getProvider() {
        return setup.flatMap(EnterpriseSetup::provider).orElse(null);
    }

    public List<String> getMailboxes() {
        return EnterpriseSignIn.MAILBOXES;
    }

    /** What is to be entered at the identity provider, the way back and our name for SAML; and people's link to it. */
    public List<URI> getAddresses() {
        return signIn.addresses(visitor.getCaller(), place.getWorkspaceId(), place.getAlias());
    }

    /** What a look found; null before one. */
    public @Nullable Examined getExamined() {
        return examined;
    }

    /** What was chosen, or else what is in use. */
    public boolean isSaml() {
        return field("protocol").isEmpty()
                ? setup.flatMap(EnterpriseSetup::provider)
                        .filter(used -> used.protocol() == Protocol.SAML)
                        .isPresent()
                : field("protocol").toUpperCase(Locale.ROOT).equals(Protocol.SAML.name());
    }

    /** Whether mails are read here instead of being sent. */
    public boolean isReadable() {
        return outbox.readable();
    }

    /** What was typed into a field, the secret left out. */
    public String typed(String name) {
        return name.contains("secret") ? "" : field(name);
    }

    /** The same, or else what is in use. */
    public String shown(String name) {
        EnterpriseSetup.Provider used = getProvider();
        if (used == null || request.getMethod().equals("POST")) {
            return typed(name);
        }
        return name.equals("address") ? used.address().toString() : used.clientId();
    }

    private String field(String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("").strip();
    }

    public String error(String name) {
        return errors.getOrDefault(name, "");
    }
}
