package org.entezar.kernel;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Identity providers of organisations, by which their people sign in with the accounts that they have at work. Talks over
 * the network, also to addresses that owners type: those are held to {@link Examined}'s checks first.
 */
public interface IdentityProviders {

    /** What begins the names of those that workspaces set up. */
    String PREFIX = "workspace-";

    /** How an identity provider is talked to. */
    enum Protocol {
        OPENID,
        SAML
    }

    /**
     * What an owner tells of it.
     *
     * @param address OpenID Connect: the issuer; SAML: where its metadata is
     * @param clientId what it calls us; empty for SAML
     * @param clientSecret empty for SAML
     */
    record Wanted(Protocol protocol, URI address, String clientId, String clientSecret) {
        @Override
        public String toString() {
            return "Wanted[" + protocol + " " + address + "]";
        }
    }

    /** What was looked at. */
    enum Check {
        /** The address is https, and no address of a private network. */
        ADDRESS,
        /** It answers with a document of the right kind. */
        DOCUMENT,
        /** The document names the address that it was asked under, or who it is. */
        NAME,
        /** What browsers and we are sent to is https as well, and public. */
        ENDPOINTS,
        /** There are keys, or certificates that hold now, to check signatures by. */
        KEYS,
        /** It knows us by the id and secret that were typed; OpenID Connect only. */
        CLIENT
    }

    /**
     * A check with its outcome.
     *
     * @param detail what was found: an address, a date, a status; never more of an answer than that
     */
    record Outcome(Check check, boolean passed, String detail) {}

    /**
     * What a look at an identity provider found.
     *
     * @param outcomes in the order of the checks; those after one that failed are left out where they need it
     * @param settings what is needed to use it; empty when not everything could be looked at
     */
    record Examined(List<Outcome> outcomes, Map<String, String> settings) {
        public Examined {
            outcomes = List.copyOf(outcomes);
            settings = Map.copyOf(settings);
        }

        public boolean passed() {
            return !settings.isEmpty() && outcomes.stream().allMatch(Outcome::passed);
        }
    }

    /** How the realm names the identity provider of a workspace. */
    static String name(WorkspaceId workspace) {
        return PREFIX + workspace;
    }

    /** Whether the realm's name of an identity provider is that of one that a workspace set up. */
    static boolean isOfWorkspace(String name) {
        return name.startsWith(PREFIX);
    }

    /** Looks at it, without changing anything. */
    Examined examine(Wanted wanted);

    /**
     * Lets people of the domain sign in to the workspace by it, in place of an earlier one. Who came by an earlier one of
     * the same protocol and is told by the same subject goes on with the same account.
     *
     * @param domain behind the @ of their addresses; shown to be the organisation's
     * @param examined what {@link #examine} found, passed
     * @throws Problem {@link ErrorCode#IDENTITY_UNAVAILABLE}, {@link ErrorCode#ALREADY_EXISTS} when another organization
     *     has the domain; then nothing is changed
     */
    void put(WorkspaceId workspace, String domain, Wanted wanted, Examined examined);

    /** Ends that; who came by it keeps the account and has no password. Nothing happens when there is none. */
    void remove(WorkspaceId workspace);

    /** Where the identity provider sends people back to: to be entered there. */
    URI callback(WorkspaceId workspace);

    /** What a SAML identity provider calls us. */
    URI entity();
}
