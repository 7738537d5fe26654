package org.entezar.questionnaire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.SearchWords;
import org.entezar.kernel.Violation;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.database.Database;
import org.entezar.platform.history.Change;
import org.entezar.platform.history.Moment;
import org.entezar.platform.history.PastStates;
import org.entezar.platform.tenancy.Tx;
import org.entezar.platform.tenancy.Work;
import org.entezar.questionnaire.internal.CategoryRows;
import org.entezar.questionnaire.internal.Differences;
import org.entezar.questionnaire.internal.DocumentRules;
import org.entezar.questionnaire.internal.DraftRows;
import org.entezar.questionnaire.internal.ItemBank;
import org.entezar.questionnaire.internal.Reviewer;
import org.entezar.questionnaire.internal.Texts;
import org.entezar.questionnaire.internal.VersionRows;

/**
 * A workspace's questionnaires. Each has one draft, which may change, and any number of published versions, which may
 * not. Publishing copies the draft into the next version; the draft stays and becomes the beginning of the one after.
 */
public final class Questionnaires {

    private static final int ALL = 10_000;
    private static final Set<String> DRAFTED =
            Set.of("questionnaire.created", "questionnaire.saved", "questionnaire.deleted");

    private final Work work;
    private final DraftRows drafts = new DraftRows();
    private final VersionRows versions = new VersionRows();
    private final CategoryRows categories = new CategoryRows();
    private final ItemBank bank = new ItemBank();

    public Questionnaires(Work work) {
        this.work = work;
    }

    /** All questionnaires that have a draft, by key. */
    public List<QuestionnaireSummary> list(Caller caller, WorkspaceId workspace) {
        return list(caller, workspace, Optional.empty(), ALL);
    }

    /** Questionnaires by key, from the one after the given key on. */
    public List<QuestionnaireSummary> list(Caller caller, WorkspaceId workspace, Optional<String> after, int limit) {
        return work.read(
                caller, workspace, Permission.QUESTIONNAIRE_READ, tx -> drafts.list(tx, after.orElse(""), limit));
    }

    /**
     * Items of drafts whose text has all the words in one language, by questionnaire and in the order of asking. Needs
     * {@link Permission#QUESTIONNAIRE_READ}.
     *
     * @param limit most that are given
     */
    public List<FoundItem> items(Caller caller, WorkspaceId workspace, SearchWords words, int limit) {
        return work.read(caller, workspace, Permission.QUESTIONNAIRE_READ, tx -> {
            List<FoundItem> found = new ArrayList<>();
            drafts.each(tx, document -> {
                document.items()
                        .filter(item -> words.in(item.text()))
                        .limit((long) limit - found.size())
                        .forEach(item ->
                                found.add(new FoundItem(document.key(), document.title(), item.key(), item.text())));
                return found.size() < limit;
            });
            return found;
        });
    }

    /**
     * The draft.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND}
     */
    public Draft draft(Caller caller, WorkspaceId workspace, String key) {
        return work.read(caller, workspace, Permission.QUESTIONNAIRE_READ, tx -> found(drafts.find(tx, key)));
    }

    /**
     * The draft as it was known at a moment of the past, read from history. Needs {@link Permission#QUESTIONNAIRE_READ}.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND} when there was none then
     */
    public PastDraft draft(Caller caller, WorkspaceId workspace, String key, Moment moment) {
        return work.read(
                caller,
                workspace,
                Permission.QUESTIONNAIRE_READ,
                tx -> found(PastStates.latest(tx, subject(key), DRAFTED, moment).flatMap(entry -> entry.after()
                        .map(state -> new PastDraft(
                                PastStates.state(state, Questionnaire.class), entry.at(), entry.actor())))));
    }

    /**
     * Begins a questionnaire.
     *
     * @throws Problem {@link ErrorCode#INVALID} with the faults, {@link ErrorCode#ALREADY_EXISTS}
     */
    public Draft create(Caller caller, WorkspaceId workspace, Questionnaire document) {
        try {
            return work.change(caller, workspace, Permission.QUESTIONNAIRE_EDIT, tx -> {
                Problem.throwIfAny(DocumentRules.faults(document));
                drafts.insert(tx, document);
                tx.record(Change.created("questionnaire.created", subject(document.key()), document));
                return found(drafts.find(tx, document.key()));
            });
        } catch (RuntimeException failure) {
            if (Database.isDuplicate(failure)) {
                throw new Problem(ErrorCode.ALREADY_EXISTS, document.key());
            }
            throw failure;
        }
    }

    /**
     * Replaces the draft of the document's key.
     *
     * @param ifMatch the state that was loaded, or {@code *} for any
     * @throws Problem {@link ErrorCode#INVALID} with the faults, {@link ErrorCode#STALE}, {@link ErrorCode#NOT_FOUND}
     */
    public Draft save(Caller caller, WorkspaceId workspace, Questionnaire document, String ifMatch) {
        return work.change(caller, workspace, Permission.QUESTIONNAIRE_EDIT, tx -> {
            Problem.throwIfAny(DocumentRules.faults(document));
            Draft before = loaded(tx, document.key(), ifMatch);
            drafts.update(tx, document);
            tx.record(Change.changed("questionnaire.saved", subject(document.key()), before.document(), document));
            return found(drafts.find(tx, document.key()));
        });
    }

    /**
     * Removes the draft. Published versions stay, and with them every answer to them.
     *
     * @param ifMatch the state that was loaded, or {@code *} for any
     */
    public void delete(Caller caller, WorkspaceId workspace, String key, String ifMatch) {
        work.change(caller, workspace, Permission.QUESTIONNAIRE_EDIT, tx -> {
            Draft before = loaded(tx, key, ifMatch);
            drafts.delete(tx, key);
            tx.record(Change.ended("questionnaire.deleted", subject(key), before.document()));
            return key;
        });
    }

    private Draft loaded(Tx tx, String key, String ifMatch) {
        Draft before = found(drafts.lock(tx, key));
        if (!ifMatch.equals(Categories.ANY_STATE) && !ifMatch.equals(before.etag())) {
            throw new Problem(ErrorCode.STALE);
        }
        return before;
    }

    /**
     * Freezes the draft as it stands into the next version.
     *
     * @throws Problem {@link ErrorCode#INVALID} with what is missing, {@link ErrorCode#NOTHING_TO_PUBLISH} when the
     *     draft is the same as the latest version
     */
    public Version publish(Caller caller, WorkspaceId workspace, String key) {
        return work.change(caller, workspace, Permission.QUESTIONNAIRE_PUBLISH, tx -> {
            Questionnaire document = found(drafts.lock(tx, key)).document();
            Problem.throwIfAny(
                    DocumentRules.obstacles(document, categories.current(tx).tree()));
            Optional<Version> latest = versions.latest(tx, key);
            latest.filter(version -> version.document().equals(document)).ifPresent(same -> {
                throw new Problem(ErrorCode.NOTHING_TO_PUBLISH, same.number());
            });
            int number = latest.map(Version::number).orElse(0) + 1;
            Version version =
                    new Version(key, number, document, tx.now(), tx.caller().displayName());
            versions.insert(tx, version);
            tx.record(Change.created("questionnaire.published", subject(key) + "/versions/" + number, document));
            return version;
        });
    }

    /** One published version. */
    public Version version(Caller caller, WorkspaceId workspace, String key, int number) {
        return work.read(caller, workspace, Permission.QUESTIONNAIRE_READ, tx -> found(versions.find(tx, key, number)));
    }

    /** The published versions, the latest first. */
    public List<VersionSummary> versions(Caller caller, WorkspaceId workspace, String key) {
        return work.read(caller, workspace, Permission.QUESTIONNAIRE_READ, tx -> {
            found(drafts.find(tx, key));
            return versions.all(tx, key).stream()
                    .map(version -> new VersionSummary(
                            version.number(),
                            (int) version.document().items().count(),
                            version.publishedAt(),
                            version.publishedBy()))
                    .toList();
        });
    }

    /** What publishing the draft now would change; empty before the first version. */
    public List<DocumentChange> pending(Caller caller, WorkspaceId workspace, String key) {
        return work.read(caller, workspace, Permission.QUESTIONNAIRE_READ, tx -> {
            Questionnaire draft = found(drafts.find(tx, key)).document();
            return versions.latest(tx, key)
                    .map(latest -> changes(latest.document(), draft))
                    .orElse(List.of());
        });
    }

    /** What keeps the draft from being published as it stands. */
    public List<Violation> obstacles(Caller caller, WorkspaceId workspace, String key) {
        return work.read(
                caller,
                workspace,
                Permission.QUESTIONNAIRE_READ,
                tx -> DocumentRules.obstacles(
                        found(drafts.find(tx, key)).document(),
                        categories.current(tx).tree()));
    }

    /** What would keep this document from being published as it stands. */
    public List<Violation> obstacles(Caller caller, WorkspaceId workspace, Questionnaire document) {
        return work.read(
                caller,
                workspace,
                Permission.QUESTIONNAIRE_READ,
                tx -> DocumentRules.obstacles(document, categories.current(tx).tree()));
    }

    /**
     * Names the state in which the draft is, to be asked often.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND}
     */
    public String etag(Caller caller, WorkspaceId workspace, String key) {
        return work.read(caller, workspace, Permission.QUESTIONNAIRE_READ, tx -> found(drafts.etag(tx, key)));
    }

    /**
     * Items of all drafts whose text has the wanted words in some language, or whose key is the wanted word; all where
     * nothing is wanted. By questionnaire, in the order asked.
     *
     * @param wanted what to look for, in any case, Persian letters in any spelling
     * @param limit most items that are given
     */
    public List<BankItem> items(Caller caller, WorkspaceId workspace, String wanted, int limit) {
        return work.read(caller, workspace, Permission.QUESTIONNAIRE_READ, tx -> bank.items(tx, wanted, limit));
    }

    /** Where each category is measured: drafts and latest versions, by category and questionnaire. */
    public List<CategoryUse> categoryUses(Caller caller, WorkspaceId workspace) {
        return work.read(caller, workspace, Permission.QUESTIONNAIRE_READ, bank::uses);
    }

    /**
     * What is worth a look before publishing, and about how long it takes to answer: reading at 230 words a minute (255
     * characters in Chinese), some seconds an answer, everything asked.
     *
     * @param document without {@link #faults}
     */
    public static Review review(Questionnaire document) {
        return Reviewer.review(document);
    }

    /** What differs between two states of a questionnaire, in the order of reading. */
    public static List<DocumentChange> changes(Questionnaire before, Questionnaire after) {
        return Differences.between(before, after);
    }

    /** What is wrong with a document, for forms that ask while it is being written. */
    public static List<Violation> faults(Questionnaire document) {
        return DocumentRules.faults(document);
    }

    /** What is missing in each of the document's languages. */
    public static List<Untranslated> untranslated(Questionnaire document) {
        return Texts.missing(document);
    }

    private static String subject(String key) {
        return "questionnaire/" + key;
    }

    private static <T> T found(Optional<T> found) {
        return found.orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND));
    }
}
