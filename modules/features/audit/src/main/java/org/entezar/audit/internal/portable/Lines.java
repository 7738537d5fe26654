package org.entezar.audit.internal.portable;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entezar.collection.Channel;
import org.entezar.commitment.PromiseTerms;
import org.entezar.commitment.StandardTerms;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Permission;
import org.entezar.questionnaire.Questionnaire;

/** The documents and lines of an archive, as docs/extend/workspace-archive.md describes them. */
final class Lines {

    static final String FORMAT = "entezar-workspace/1";

    private Lines() {}

    /**
     * What the archive is.
     *
     * @param format {@link #FORMAT}
     * @param workspace id of the workspace
     * @param alias its name in addresses
     * @param madeAt when
     * @param madeBy name of whoever asked for it
     */
    record Manifest(String format, String workspace, String alias, Instant madeAt, String madeBy) {}

    record SettingsLine(
            LocalizedText name,
            List<String> languages,
            String timeZone,
            int minimumGroup,
            Set<String> plugins,
            String calendar) {}

    record BrandLine(Optional<String> light, Optional<String> dark, Optional<String> logo) {}

    /** A role that the workspace made for itself. */
    record RoleLine(String key, LocalizedText name, Set<Permission> permissions) {}

    record MemberLine(String login, String name, String email, Set<String> roles, Set<String> ownRoles) {}

    record VersionLine(String key, int number, Instant publishedAt, String publishedBy, Questionnaire document) {}

    record DraftLine(Questionnaire document) {}

    /** A service standard as it stands; its id is another one where it is brought in. */
    record StandardLine(String id, StandardTerms terms) {}

    /** A promise as it stands. */
    record PromiseLine(String id, PromiseTerms terms) {}

    record CampaignLine(
            String id,
            String questionnaire,
            int version,
            LocalizedText name,
            Set<Channel> channels,
            Optional<Instant> opensAt,
            Optional<Instant> closesAt,
            String state,
            boolean simulated,
            Instant createdAt) {}

    /**
     * A response that counts.
     *
     * @param campaign id of its campaign
     * @param person a code that is the same in all responses of one person; nobody can be told from it
     */
    record ResponseLine(
            String campaign,
            String id,
            Instant submittedAt,
            Instant receivedAt,
            Optional<String> language,
            Optional<String> person,
            Map<String, String> context,
            Map<String, JsonNode> answers) {}

    /** One file of the archive in its contents. */
    record Content(long bytes, long lines, String sha256) {}

    record Contents(Map<String, Content> files) {}
}
