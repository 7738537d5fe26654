package org.entezar.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.entezar.questionnaire.DocumentChange.Kind;
import org.junit.jupiter.api.Test;

class DocumentChangesTest {

    private static final String A = "{'key':'a','text':{'en':'A'},'scale':{'min':1,'max':7}}";
    private static final String B = "{'key':'b','text':{'en':'B'}}";
    private static final String C = "{'key':'c','text':{'en':'C'}}";
    private static final String D = "{'key':'d','text':{'en':'D'}}";

    @Test
    void theSameHasNoChanges() {
        assertThat(Questionnaires.changes(Documents.stay(), Documents.stay())).isEmpty();
    }

    @Test
    void tellsWhatCameWhatWentAndWhatIsOther() {
        Questionnaire before = Documents.of(A, B);
        Questionnaire after = Documents.of(
                "{'key':'a','text':{'en':'Another','fa':'دیگر'},'scale':{'min':1,'max':5},'required':true}", C);
        assertThat(Questionnaires.changes(before, after))
                .containsExactly(
                        new DocumentChange(
                                Kind.TEXT_CHANGED, "a", Optional.of("en"), Optional.of("A"), Optional.of("Another")),
                        new DocumentChange(
                                Kind.TEXT_CHANGED, "a", Optional.of("fa"), Optional.empty(), Optional.of("دیگر")),
                        change(Kind.SCALE_CHANGED, "a", "1-7", "1-5"),
                        change(Kind.REQUIRED_CHANGED, "a", "false", "true"),
                        new DocumentChange(Kind.ITEM_ADDED, "c", Optional.empty(), Optional.empty(), Optional.of("C")),
                        new DocumentChange(
                                Kind.ITEM_REMOVED, "b", Optional.empty(), Optional.of("B"), Optional.empty()));
        assertThat(Kind.SCALE_CHANGED.isComparable()).isFalse();
    }

    @Test
    void aMoveIsTheItemThatMovedAndNotTheOnesItPassed() {
        assertThat(Questionnaires.changes(Documents.of(A, B, C, D), Documents.of(D, A, B, C)))
                .containsExactly(change(Kind.ITEM_MOVED, "d", "4", "1"));
    }

    @Test
    void anItemMayChangeItsSectionWithoutChangingItsPlace() {
        String head = "{'key':'q','title':{'en':'Q'},'languages':['en'],'sections':[{'key':'s','items':[";
        Questionnaire before = Documents.read(head + A + "," + B + "]},{'key':'t','items':[" + C + "]}]}");
        Questionnaire after = Documents.read(head + A + "]},{'key':'t','items':[" + B + "," + C + "]}]}");
        assertThat(Questionnaires.changes(before, after)).containsExactly(change(Kind.ITEM_MOVED, "b", "s", "t"));
    }

    private static DocumentChange change(Kind kind, String subject, String before, String after) {
        return new DocumentChange(kind, subject, Optional.empty(), Optional.of(before), Optional.of(after));
    }
}
