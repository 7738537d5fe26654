package org.entezar.workspace;

import java.net.IDN;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.IdentityProviders;
import org.entezar.kernel.IdentityProviders.Examined;
import org.entezar.kernel.IdentityProviders.Protocol;
import org.entezar.kernel.IdentityProviders.Wanted;
import org.entezar.kernel.Language;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.Uuids;
import org.entezar.kernel.Violation;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.fairness.RateLimit;
import org.entezar.platform.history.Change;
import org.entezar.platform.mail.Letter;
import org.entezar.platform.mail.MailAddress;
import org.entezar.platform.mail.MailId;
import org.entezar.platform.mail.Outbox;
import org.entezar.platform.tenancy.Tx;
import org.entezar.platform.tenancy.Work;
import org.entezar.workspace.internal.DomainLetter;
import org.entezar.workspace.internal.EnterpriseRows;
import org.entezar.workspace.internal.OwnersOnly;
import org.entezar.workspace.internal.Ticket;
import org.entezar.workspace.internal.WorkspaceRows;

/**
 * The organisation's own sign-in for a workspace, set up by an owner: first whoever runs the mail domain says by a link
 * that it is theirs, so that nobody sends other people's sign-ins to a page of their own; then the identity provider is
 * looked at, and used when all holds. Owners only; all needs {@link Permission#WORKSPACE_CONFIGURE}.
 */
public final class EnterpriseSignIn {

    /** Mailboxes that belong to whoever runs a domain (RFC 2142, and what authorities of certificates write to). */
    public static final List<String> MAILBOXES =
            List.of("admin", "administrator", "hostmaster", "postmaster", "webmaster");

    /** Hours for which the link works. */
    public static final int HOURS = 48;

    private static final Duration REST = Duration.ofMinutes(1);
    private static final int LOOKS_PER_HOUR = 60;
    private static final int KNOWN = 10_000;
    private static final int LONGEST = 190;
    private static final int LONGEST_VALUE = 500;
    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    private final Work work;
    private final IdentityProviders providers;
    private final Outbox outbox;
    private final Uuids ids;
    private final URI publicUrl;
    private final EnterpriseRows rows = new EnterpriseRows();
    private final WorkspaceRows workspaces = new WorkspaceRows();
    private final RateLimit<WorkspaceId> looks;

    /** @param publicUrl where browsers reach the product, without a slash at the end */
    public EnterpriseSignIn(
            Work work, IdentityProviders providers, Outbox outbox, Uuids ids, URI publicUrl, Clock clock) {
        this.work = work;
        this.providers = providers;
        this.outbox = outbox;
        this.ids = ids;
        this.publicUrl = publicUrl;
        this.looks = new RateLimit<>(KNOWN, Duration.ofHours(1), clock);
    }

    /** How far it is. Needs {@link Permission#WORKSPACE_CONFIGURE}. */
    public Optional<EnterpriseSetup> find(Caller caller, WorkspaceId workspace) {
        return work.read(caller, workspace, Permission.WORKSPACE_CONFIGURE, rows::find);
    }

    /**
     * Where the identity provider sends people back to, what a SAML one calls us, and a link that leads people straight
     * to it. Needs {@link Permission#WORKSPACE_CONFIGURE}.
     *
     * @param alias of the workspace
     */
    public List<URI> addresses(Caller caller, WorkspaceId workspace, String alias) {
        caller.require(workspace, Permission.WORKSPACE_CONFIGURE);
        return List.of(
                providers.callback(workspace),
                providers.entity(),
                URI.create(publicUrl + "/sign-in?errand=by:" + workspace + "&return=/w/" + alias));
    }

    /**
     * Claims a domain: a mail with a link goes to one of its {@link #MAILBOXES}. An identity provider in use for another
     * domain must be removed first.
     *
     * @throws Problem {@link ErrorCode#INVALID} with the faults, {@link ErrorCode#TOO_MANY_REQUESTS} within a minute,
     *     {@link ErrorCode#STATE} while an identity provider is in use, {@link ErrorCode#FORBIDDEN} to no owner
     */
    public EnterpriseSetup claim(
            Caller caller, WorkspaceId workspace, String typed, String mailbox, Language language) {
        requireOwner(caller, workspace);
        String domain = domain(typed);
        if (!MAILBOXES.contains(mailbox)) {
            throw new Problem(List.of(Violation.at("/mailbox", ErrorCode.NOT_AN_OPTION, mailbox)));
        }
        MailAddress recipient = new MailAddress(mailbox + "@" + domain);
        MailId[] sent = new MailId[1];
        EnterpriseSetup setup = work.change(caller, workspace, Permission.WORKSPACE_CONFIGURE, tx -> {
            rows.find(tx).ifPresent(before -> requireRest(tx, before));
            rows.lock(tx).ifPresent(before -> outbox.cancel(tx, before.mail()));
            Ticket ticket = Ticket.issue(workspace, ids.next());
            Instant until = tx.now().plus(Duration.ofHours(HOURS));
            sent[0] = outbox.write(tx, "domain", recipient, letter(tx, domain, language, ticket), until);
            rows.claim(tx, domain, mailbox, new EnterpriseRows.Asked(ticket.id(), ticket.hash(), sent[0]), until);
            tx.record(Change.created("sign-in.domain-claimed", "sign-in", Map.of("name", domain)));
            return rows.find(tx).orElseThrow();
        });
        outbox.begin(workspace, sent[0]);
        return setup;
    }

    private static void requireRest(Tx tx, EnterpriseSetup before) {
        if (before.provider().isPresent()) {
            throw new Problem(ErrorCode.STATE, "IN_USE");
        }
        Duration rest = Duration.between(tx.now(), before.askedAt().plus(REST));
        if (!rest.isNegative() && !rest.isZero()) {
            throw new Problem(ErrorCode.TOO_MANY_REQUESTS, rest.toSeconds() + 1);
        }
    }

    private Letter letter(Tx tx, String domain, Language language, Ticket ticket) {
        Workspace workspace = workspaces.find(tx).orElseThrow(() -> new Problem(ErrorCode.WORKSPACE_NOT_FOUND));
        return DomainLetter.of(
                language,
                domain,
                workspace.name().best(language.tag(), workspace.defaultLanguage()),
                tx.caller().displayName(),
                URI.create(publicUrl + "/domain/" + ticket.letters()),
                HOURS);
    }

    /**
     * The domain that a link is about.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND} for whatever proves nothing now
     */
    public String look(String letters) {
        Ticket ticket = ticket(letters);
        return work.read(
                Caller.product("domain", ticket.workspace()),
                ticket.workspace(),
                Permission.WORKSPACE_CONFIGURE,
                tx -> claimed(tx, ticket, rows.asked(tx)).domain());
    }

    /**
     * Whoever holds the link says that the domain is the organisation's.
     *
     * @return the domain
     * @throws Problem {@link ErrorCode#NOT_FOUND} as {@link #look}
     */
    public String prove(String letters) {
        Ticket ticket = ticket(letters);
        return work.change(
                Caller.product("domain", ticket.workspace()),
                ticket.workspace(),
                Permission.WORKSPACE_CONFIGURE,
                tx -> {
                    EnterpriseSetup setup = claimed(tx, ticket, rows.lock(tx));
                    rows.prove(tx);
                    rows.lock(tx).ifPresent(asked -> outbox.cancel(tx, asked.mail()));
                    tx.record(Change.created("sign-in.domain-proven", "sign-in", Map.of("name", setup.domain())));
                    return setup.domain();
                });
    }

    private EnterpriseSetup claimed(Tx tx, Ticket ticket, Optional<EnterpriseRows.Asked> link) {
        return link.filter(asked -> asked.id().equals(ticket.id()) && ticket.fits(asked.hash()))
                .flatMap(asked -> rows.find(tx))
                .filter(setup -> !setup.isProven() && tx.now().isBefore(setup.expiresAt()))
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND));
    }

    private static Ticket ticket(String letters) {
        return Ticket.read(letters)
                .filter(ticket -> !ticket.workspace().equals(WorkspaceId.INSTALLATION))
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND));
    }

    /**
     * Looks at an identity provider and changes nothing.
     *
     * @throws Problem {@link ErrorCode#INVALID} with the faults of what was typed, {@link ErrorCode#TOO_MANY_REQUESTS},
     *     {@link ErrorCode#FORBIDDEN} to no owner
     */
    public Examined examine(Caller caller, WorkspaceId workspace, Wanted wanted) {
        requireOwner(caller, workspace);
        check(wanted);
        long wait = looks.take(workspace, LOOKS_PER_HOUR);
        if (wait > 0) {
            throw new Problem(ErrorCode.TOO_MANY_REQUESTS, wait);
        }
        return providers.examine(wanted);
    }

    /**
     * Looks at it, and uses it when all holds.
     *
     * @throws Problem as {@link #examine}; {@link ErrorCode#STATE} while the domain is not proven,
     *     {@link ErrorCode#ALREADY_EXISTS} when another workspace has the domain, {@link ErrorCode#IDENTITY_UNAVAILABLE}
     */
    public Examined put(Caller caller, WorkspaceId workspace, Wanted wanted) {
        Examined examined = examine(caller, workspace, wanted);
        if (!examined.passed()) {
            return examined;
        }
        EnterpriseSetup before = find(caller, workspace)
                .filter(EnterpriseSetup::isProven)
                .orElseThrow(() -> new Problem(ErrorCode.STATE, "UNPROVEN"));
        String domain = before.domain();
        note(
                caller,
                workspace,
                tx -> Optional.of(
                        new EnterpriseSetup.Provider(wanted.protocol(), wanted.address(), wanted.clientId(), tx.now())),
                Change.created("sign-in.provider-set", "sign-in", told(domain, wanted)));
        try {
            providers.put(workspace, domain, wanted, examined);
        } catch (RuntimeException refused) {
            note(caller, workspace, tx -> before.provider(), Change.noted("sign-in.provider-set.refused", "sign-in"));
            throw refused;
        }
        return examined;
    }

    private static Map<String, Object> told(String domain, Wanted wanted) {
        return Map.of(
                "name", domain,
                "protocol", wanted.protocol(),
                "address", wanted.address().toString(),
                "clientId", wanted.clientId());
    }

    private void note(
            Caller caller, WorkspaceId workspace, Function<Tx, Optional<EnterpriseSetup.Provider>> now, Change change) {
        work.change(caller, workspace, Permission.WORKSPACE_CONFIGURE, tx -> {
            rows.put(tx, now.apply(tx));
            tx.record(change);
            return change;
        });
    }

    /**
     * Uses it no longer.
     *
     * @throws Problem {@link ErrorCode#STATE} when none is in use, {@link ErrorCode#IDENTITY_UNAVAILABLE},
     *     {@link ErrorCode#FORBIDDEN} to no owner
     */
    public void remove(Caller caller, WorkspaceId workspace) {
        requireOwner(caller, workspace);
        EnterpriseSetup before = find(caller, workspace)
                .filter(setup -> setup.provider().isPresent())
                .orElseThrow(() -> new Problem(ErrorCode.STATE, "NONE"));
        providers.remove(workspace);
        note(
                caller,
                workspace,
                tx -> Optional.empty(),
                Change.ended("sign-in.provider-removed", "sign-in", Map.of("name", before.domain())));
    }

    private static void requireOwner(Caller caller, WorkspaceId workspace) {
        caller.require(workspace, Permission.WORKSPACE_CONFIGURE);
        OwnersOnly.mayTouch(caller, workspace, Set.of(Role.OWNER));
    }

    private static String domain(String typed) {
        String domain;
        try {
            domain = IDN.toASCII(typed.strip().toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException malformed) {
            domain = "";
        }
        if (domain.length() > LONGEST || !DOMAIN.matcher(domain).matches()) {
            throw new Problem(List.of(Violation.at("/domain", ErrorCode.WRONG_TYPE, "domain")));
        }
        return domain;
    }

    private static void check(Wanted wanted) {
        List<Violation> faults = new ArrayList<>();
        if (wanted.address().toString().length() > LONGEST_VALUE) {
            faults.add(Violation.at("/address", ErrorCode.TOO_LONG, LONGEST_VALUE));
        }
        if (wanted.protocol() == Protocol.OPENID) {
            valueFault("/clientId", wanted.clientId(), faults);
            valueFault("/clientSecret", wanted.clientSecret(), faults);
        }
        Problem.throwIfAny(faults);
    }

    private static void valueFault(String pointer, String value, List<Violation> faults) {
        if (value.isBlank()) {
            faults.add(Violation.at(pointer, ErrorCode.REQUIRED));
        } else if (value.length() > LONGEST_VALUE) {
            faults.add(Violation.at(pointer, ErrorCode.TOO_LONG, LONGEST_VALUE));
        } else if (value.chars().anyMatch(Character::isISOControl)) {
            faults.add(Violation.at(pointer, ErrorCode.FORBIDDEN_CHARACTER));
        }
    }
}
