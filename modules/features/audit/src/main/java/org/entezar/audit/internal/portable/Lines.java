package org.entezar.audit.internal.portable;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entezar.collection.Channel;
import org.entezar.collection.ResponseId;
import org.entezar.commitment.PromiseTerms;
import org.entezar.commitment.StandardTerms;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Permission;
import org.entezar.questionnaire.Questionnaire;
import org.entezar.relationship.Assignee;
import org.entezar.relationship.CaseEntry;
import org.entezar.relationship.CaseKind;
import org.entezar.relationship.CaseState;
import org.entezar.relationship.ServiceCase;
import org.entezar.relationship.Severity;
import org.entezar.relationship.WorkedCase;

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

    /**
     * A case with its words opened.
     *
     * @param response id of the response that it came from
     * @param title empty where its words were erased
     * @param assignee name of whoever works it
     * @param log what happened to it, the oldest first
     */
    record CaseLine(
            String id,
            CaseKind kind,
            Severity severity,
            CaseState state,
            Optional<String> category,
            Optional<String> response,
            Optional<String> title,
            Optional<String> assignee,
            Optional<LocalDate> due,
            Instant openedAt,
            String openedBy,
            Optional<Instant> resolvedAt,
            Optional<String> outcome,
            List<CaseEntry> log) {

        static CaseLine of(WorkedCase worked) {
            ServiceCase facts = worked.facts();
            return new CaseLine(
                    facts.id().toString(),
                    facts.kind(),
                    facts.severity(),
                    facts.state(),
                    facts.category(),
                    facts.response().map(ResponseId::toString),
                    facts.title(),
                    facts.assignee().map(Assignee::name),
                    facts.due(),
                    facts.openedAt(),
                    facts.openedBy(),
                    facts.resolvedAt(),
                    facts.outcome(),
                    worked.log());
        }
    }

    /** One file of the archive in its contents. */
    record Content(long bytes, long lines, String sha256) {}

    record Contents(Map<String, Content> files) {}
}
