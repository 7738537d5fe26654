package org.entezar.template;

import java.util.List;
import java.util.Optional;
import org.entezar.kernel.LocalizedText;
import org.entezar.questionnaire.Category;
import org.entezar.questionnaire.Questionnaire;

/**
 * A template pack that was read and found sound.
 *
 * @param id stable name
 * @param version semantic version
 * @param publisher who ships it
 * @param plugin the industry plugin whose trade it is for
 * @param title for people
 * @param description one or two sentences
 * @param languages BCP 47 tags in which it is complete
 * @param sources where its facts come from
 * @param unconfirmed facts that the publisher could not confirm
 * @param categories the tree it proposes
 * @param questionnaires drafts it brings
 * @param digest SHA-256 over names and bytes of all entries, hexadecimal
 */
public record Pack(
        String id,
        String version,
        String publisher,
        Optional<String> plugin,
        LocalizedText title,
        LocalizedText description,
        List<String> languages,
        List<String> sources,
        List<String> unconfirmed,
        List<Category> categories,
        List<Questionnaire> questionnaires,
        String digest) {

    public Pack {
        languages = List.copyOf(languages);
        sources = List.copyOf(sources);
        unconfirmed = List.copyOf(unconfirmed);
        categories = List.copyOf(categories);
        questionnaires = List.copyOf(questionnaires);
    }
}
