package org.entezar.survey.internal.view;

import java.util.List;

/**
 * One page of a questionnaire. Empty texts are not shown.
 *
 * @param language BCP 47 tag
 * @param direction {@code ltr} or {@code rtl}
 * @param title of the window
 * @param heading on the page
 * @param introduction paragraphs under it
 * @param simulated the label of a demonstration
 * @param languages to choose from
 * @param number of this page, from 1
 * @param pages how many there are
 * @param progress both in words
 * @param note what the reader must know before going on
 * @param faults what to look at again
 * @param sections what is asked
 * @param back whether there is a page before
 * @param last whether the answers are sent from here
 * @param state what the next request needs to know, sealed
 * @param look how it looks
 * @param words of the page itself
 */
public record PageView(
        String language,
        String direction,
        String title,
        String heading,
        List<String> introduction,
        String simulated,
        List<LanguageView> languages,
        int number,
        int pages,
        String progress,
        String note,
        List<FaultView> faults,
        List<SectionView> sections,
        boolean back,
        boolean last,
        String state,
        LookView look,
        WordsView words) {}
