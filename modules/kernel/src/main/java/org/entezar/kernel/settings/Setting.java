package org.entezar.kernel.settings;

import static org.entezar.kernel.settings.Setting.Reader.LAUNCHER;
import static org.entezar.kernel.settings.Setting.Reader.SERVER;
import static org.entezar.kernel.settings.SettingType.DATABASE_ADDRESS;
import static org.entezar.kernel.settings.SettingType.FLAG;
import static org.entezar.kernel.settings.SettingType.MAIL_ADDRESS;
import static org.entezar.kernel.settings.SettingType.MEMORY;
import static org.entezar.kernel.settings.SettingType.NUMBER;
import static org.entezar.kernel.settings.SettingType.PATH;
import static org.entezar.kernel.settings.SettingType.PORT;
import static org.entezar.kernel.settings.SettingType.TEXT;
import static org.entezar.kernel.settings.SettingType.WEB_ADDRESS;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Every setting of Entezar. Nothing reads an environment variable or a property of its own: what is not listed here
 * cannot be set. The name is that of the environment variable and of the line in the settings file alike. The page
 * {@code docs/operate/settings.md} is generated from this list.
 */
public enum Setting {
    HTTP_PORT(PORT, "8080", "Port of the web server.", LAUNCHER),
    HTTP_ADDRESS(
            TEXT,
            "127.0.0.1",
            "Address on which the web server listens. The default takes requests of this machine only; put a reverse"
                    + " proxy with TLS in front rather than opening it.",
            LAUNCHER),
    PUBLIC_URL(
            WEB_ADDRESS,
            "",
            "Where browsers reach Entezar. Default: http://localhost and the port of the web server.",
            LAUNCHER,
            SERVER),
    DATA_DIR(PATH, "data", "Folder of all that is kept: database, secrets, unpacked programs, logs.", LAUNCHER, SERVER),
    DEMO(
            FLAG,
            "false",
            "Whether the demo's workspaces, people and simulated responses are made. Decided at the first start of a"
                    + " data folder; the command option --demo says the same.",
            LAUNCHER,
            SERVER),
    OPERATOR_PASSWORD(
            TEXT,
            "",
            "First password of the person `operator`. Default: generated, kept in DATA_DIR/secrets; the demo has its"
                    + " own.",
            true,
            LAUNCHER),
    DATABASE_PORT(PORT, "5433", "Port of the PostgreSQL that the launcher starts, on 127.0.0.1.", LAUNCHER),
    DATABASE_URL(
            DATABASE_ADDRESS,
            "",
            "Address of a PostgreSQL of your own, version 15 or later. Default: the launcher starts one.",
            LAUNCHER,
            SERVER),
    DATABASE_USER(
            TEXT,
            "entezar_server",
            "Database role of the server. It must own nothing and must not bypass row-level security.",
            LAUNCHER,
            SERVER),
    DATABASE_PASSWORD(
            TEXT, "", "Its password. Default: generated; to be set with ENTEZAR_DATABASE_URL.", true, LAUNCHER, SERVER),
    DATABASE_OWNER_USER(
            TEXT,
            "entezar_owner",
            "Database role that owns the tables and changes them at an upgrade; needs BYPASSRLS. The server never"
                    + " learns it.",
            LAUNCHER),
    DATABASE_OWNER_PASSWORD(
            TEXT, "", "Its password. Default: generated; to be set with ENTEZAR_DATABASE_URL.", true, LAUNCHER),
    DATABASE_CONNECTIONS(NUMBER, "16", "Connections that the server keeps to the database, at most.", SERVER),
    DATABASE_MEMORY(MEMORY, "64m", "Memory that the PostgreSQL of the launcher shares among its processes.", LAUNCHER),
    KEYCLOAK_PORT(PORT, "8180", "Port of the Keycloak that the launcher starts.", LAUNCHER),
    KEYCLOAK_URL(
            WEB_ADDRESS,
            "",
            "Address of a Keycloak. With KEYCLOAK_EXTERNAL=false it is where browsers reach the launcher's own."
                    + " Default: http://localhost and the port of Keycloak.",
            LAUNCHER,
            SERVER),
    KEYCLOAK_EXTERNAL(
            FLAG,
            "false",
            "Whether KEYCLOAK_URL is a Keycloak of your own, with the realm `entezar` in it; the launcher then starts"
                    + " none.",
            LAUNCHER),
    KEYCLOAK_DATABASE_URL(
            DATABASE_ADDRESS, "", "Database of the launcher's Keycloak, when PostgreSQL is one of your own.", LAUNCHER),
    KEYCLOAK_DATABASE_USER(TEXT, "keycloak", "Database role of the launcher's Keycloak.", LAUNCHER),
    KEYCLOAK_DATABASE_PASSWORD(
            TEXT, "", "Its password. Default: generated; to be set with KEYCLOAK_DATABASE_URL.", true, LAUNCHER),
    KEYCLOAK_MEMORY(MEMORY, "384m", "Largest heap of the launcher's Keycloak.", LAUNCHER),
    OIDC_ISSUER(
            WEB_ADDRESS,
            "",
            "Issuer that tokens must name. Default: the address of Keycloak with /realms/entezar.",
            LAUNCHER,
            SERVER),
    OIDC_CLIENT_ID(TEXT, "entezar-console", "Client by which people sign in.", LAUNCHER, SERVER),
    OIDC_CLIENT_SECRET(
            TEXT, "", "Its secret. Default: generated; to be set with a Keycloak of your own.", true, LAUNCHER, SERVER),
    PROVISIONING_CLIENT_ID(
            TEXT,
            "entezar-provisioning",
            "Client by which the server makes workspaces and adds members.",
            LAUNCHER,
            SERVER),
    PROVISIONING_CLIENT_SECRET(
            TEXT, "", "Its secret. Default: generated; to be set with a Keycloak of your own.", true, LAUNCHER, SERVER),
    SUBMITS_PER_MINUTE(
            NUMBER,
            "1200",
            "Responses that one public link takes in a minute, at most. Whoever comes then keeps their answers and is"
                    + " asked to send again some seconds later.",
            SERVER),
    REGISTRATION(
            SettingType.OPENNESS,
            "",
            "Who may make a workspace without the operator: whoever reads a mail at their address (`open`), whom an"
                    + " operator sends a link (`invitation`), nobody (`closed`). Default: closed; open in the demo.",
            SERVER),
    SIGN_UPS_PER_HOUR(
            NUMBER,
            "10",
            "Mails for signing up that one client address causes in an hour, at most; all of them together cause twenty"
                    + " times as many. Behind a proxy that hides addresses, everybody is one.",
            SERVER),
    QUOTA_REQUESTS_PER_MINUTE(
            NUMBER,
            "60000",
            "Requests to the API that all programs and people of one workspace make in a minute, at most. Like all quotas"
                    + " a default, which operators change for single workspaces.",
            SERVER),
    QUOTA_CLIENT_REQUESTS_PER_MINUTE(
            NUMBER,
            "30000",
            "Requests that one program or one person makes to one workspace in a minute, at most.",
            SERVER),
    QUOTA_RESPONSES_PER_MONTH(
            NUMBER, "10000000", "Responses that one workspace takes in during a month, at most.", SERVER),
    QUOTA_MEMBERS(NUMBER, "500", "Members and open invitations of one workspace, at most.", SERVER),
    QUOTA_CAMPAIGNS(NUMBER, "2000", "Campaigns of one workspace, at most.", SERVER),
    QUOTA_STORAGE_MEGABYTES(
            NUMBER,
            "20000",
            "Megabytes that one workspace keeps in the database, at most; when they are reached, files are no longer"
                    + " taken, responses are.",
            SERVER),
    PROVIDERS_ON_PRIVATE_ADDRESSES(
            FLAG,
            "false",
            "Whether identity providers of workspaces may be on this machine, in private networks and without TLS. Only"
                    + " for closed networks and tests: owners then reach addresses that only the server sees.",
            SERVER),
    EVIDENCE_CHECKPOINT_MINUTES(
            NUMBER,
            "60",
            "Minutes after which the history of a workspace is signed again, when something was written since.",
            LAUNCHER,
            SERVER),
    EVIDENCE_KEY_DIR(
            PATH,
            "",
            "Folder of the key that signs histories, and of the statements of its custody. Default: DATA_DIR/secrets."
                    + " Back it up: losing it breaks custody, and every verifier says so.",
            LAUNCHER,
            SERVER),
    EVIDENCE_KEY_DAYS(NUMBER, "365", "Days after which the signing key hands custody to a new one.", LAUNCHER, SERVER),
    EVIDENCE_ANCHOR_FILE(
            PATH,
            "",
            "File to which every signed checkpoint is appended, a line each; best on a medium that nobody can rewrite."
                    + " Default: none.",
            LAUNCHER,
            SERVER),
    EVIDENCE_ANCHOR_URL(
            WEB_ADDRESS,
            "",
            "Address to which every signed checkpoint is posted as JSON, such as an auditor's. Default: none.",
            LAUNCHER,
            SERVER),
    EVIDENCE_ANCHOR_MAIL(
            MAIL_ADDRESS,
            "",
            "Mail address, such as an auditor's, to which the newest checkpoint of every workspace is sent, once a day at"
                    + " most. Needs a mail server. Default: none.",
            LAUNCHER,
            SERVER),
    MAIL_HOST(
            TEXT,
            "",
            "Mail server (SMTP) that takes the mails of the product, such as invitations. Without one, mails wait in the"
                    + " outbox; in the demo they are read there.",
            SERVER),
    MAIL_PORT(PORT, "587", "Port of the mail server.", SERVER),
    MAIL_SECURITY(
            SettingType.MAIL_SECURITY,
            "starttls",
            "How the way to the mail server is protected: `starttls` (port 587), `tls` (port 465), `none` for one on this"
                    + " machine.",
            SERVER),
    MAIL_USER(TEXT, "", "Name by which the mail server knows Entezar. Default: none is given.", SERVER),
    MAIL_PASSWORD(TEXT, "", "Its password; to be set with MAIL_USER.", true, SERVER),
    MAIL_FROM(
            MAIL_ADDRESS,
            "",
            "Address that mails come from; to be set with MAIL_HOST, which must be allowed to send for it.",
            SERVER),
    MAIL_FROM_NAME(TEXT, "Entezar", "Name shown with that address.", SERVER),
    REPORT_BROWSER(
            PATH,
            "",
            "Program of a Chromium that prints signed reports as PDF. Default: one at a usual place such as"
                    + " /usr/bin/chromium; where there is none, or this names none, reports are HTML, which every browser"
                    + " prints.",
            LAUNCHER,
            SERVER),
    SERVER_MEMORY(MEMORY, "256m", "Largest heap of the server.", LAUNCHER),
    SERVER_OPTIONS(TEXT, "", "Further options of the server's Java machine, separated by spaces.", LAUNCHER),
    START_PATIENCE(
            NUMBER,
            "600",
            "Seconds that a start may take, recovery after a crash and first import included.",
            LAUNCHER);

    /** Who reads a setting. */
    public enum Reader {
        /** The launcher, the command of the operator. */
        LAUNCHER,
        /** The server, the web application. */
        SERVER
    }

    /** All names begin with it. */
    public static final String PREFIX = "ENTEZAR_";

    private final SettingType type;
    private final String defaultText;
    private final String description;
    private final boolean secret;
    private final Set<Reader> readers;

    Setting(SettingType type, String defaultText, String description, Reader... readers) {
        this(type, defaultText, description, false, readers);
    }

    Setting(SettingType type, String defaultText, String description, boolean secret, Reader... readers) {
        this.type = type;
        this.defaultText = defaultText;
        this.description = description;
        this.secret = secret;
        this.readers = Set.of(readers);
    }

    /** Name in the environment and in the settings file. */
    public String key() {
        return PREFIX + name();
    }

    /** What its text must look like. */
    public SettingType type() {
        return type;
    }

    /** The text that holds when nothing is set; empty when there is none or when it is derived from other settings. */
    public Optional<String> defaultText() {
        return defaultText.isEmpty() ? Optional.empty() : Optional.of(defaultText);
    }

    /** What it does, in a sentence or two. */
    public String description() {
        return description;
    }

    /** Whether its text must never be shown or logged. */
    public boolean isSecret() {
        return secret;
    }

    /** Who reads it. */
    public Set<Reader> readers() {
        return readers;
    }

    /** The setting of that name, if there is one. */
    public static Optional<Setting> of(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key().equals(key))
                .findFirst();
    }
}
