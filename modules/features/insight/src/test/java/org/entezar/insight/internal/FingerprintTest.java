package org.entezar.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.entezar.insight.InsightMethod;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    @Property(tries = 200)
    void orderDoesNotMatter(@ForAll @Size(max = 50) List<byte @Size(max = 60) []> responses, @ForAll Random random) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < responses.size(); i++) {
            places.add(i);
        }
        String before = name(responses, places);
        Collections.shuffle(places, random);
        assertThat(name(responses, places)).isEqualTo(before);
    }

    private static String name(List<byte[]> responses, List<Integer> order) {
        Fingerprint fingerprint = new Fingerprint();
        order.forEach(i -> fingerprint.add(responses.get(i), 0, responses.get(i).length, 1000L + i));
        return fingerprint.name("p");
    }

    @Test
    void everyByteEveryTimeAndTheLengthMatter() {
        Set<String> names = new HashSet<>();
        names.add(one(new byte[21], 21, 5));
        for (int i = 0; i < 21; i++) {
            byte[] changed = new byte[21];
            changed[i] = 1;
            names.add(one(changed, 21, 5));
        }
        names.add(one(new byte[21], 20, 5));
        names.add(one(new byte[22], 22, 5));
        names.add(one(new byte[21], 21, 6));
        assertThat(names).hasSize(25);
    }

    private static String one(byte[] codes, int length, long time) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(codes, 0, length, time);
        return fingerprint.name("p");
    }

    @Test
    void swappingAnswersBetweenRespondentsMatters() {
        Fingerprint straight = new Fingerprint();
        straight.add(new byte[] {1, 2}, 0, 2, 5);
        straight.add(new byte[] {3, 4}, 0, 2, 5);
        Fingerprint crossed = new Fingerprint();
        crossed.add(new byte[] {1, 4}, 0, 2, 5);
        crossed.add(new byte[] {3, 2}, 0, 2, 5);
        assertThat(straight.name("p")).isNotEqualTo(crossed.name("p"));
    }

    @Test
    void weightsAndMethodAreNamedToo() {
        String item = "{'key':'a1','category':'a','facets':['expected','perceived'],'scale':{'min':1,'max':7}}";
        String light = fingerprint(InsightMethod.SERVQUAL, item, "{'key':'a','weight':1}");
        assertThat(fingerprint(InsightMethod.SERVQUAL, item, "{'key':'a','weight':2}"))
                .isNotEqualTo(light);
        assertThat(fingerprint(InsightMethod.ZONE, item, "{'key':'a','weight':1}"))
                .isNotEqualTo(light);
        assertThat(fingerprint(InsightMethod.SERVQUAL, item, "{'key':'a','weight':1.0,'name':{'en':'A'}}"))
                .isEqualTo(light);
    }

    private static String fingerprint(InsightMethod method, String items, String categories) {
        return Survey.of(method, items, categories)
                .times(6, 7, 5)
                .insight()
                .fingerprint()
                .orElseThrow();
    }
}
