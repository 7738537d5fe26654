package org.entezar.collection.internal.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.entezar.collection.FileShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingsTest {

    private static final String PERSIAN = "سوال,نظر\n1,پاسخ خوب بود\n2,خدمات دير ارائه شد و برخورد کارکنان خوب نبود\n";
    private static final String CHINESE = "问题,意见\n1,服务态度很好，等待时间太长\n2,护士很有耐心，希望缩短排队时间\n";
    private static final String KOREAN = "질문,의견\n1,키오스크는 사용자가 선택한 내용을 정확하게 반영한다\n2,대기 시간이 줄어든다\n";
    private static final String FRENCH =
            "question,avis\n1,Très bon séjour à l'hôtel, déjeuner raffiné\n2,Réservation oubliée\n";

    private static String text(String name) {
        return switch (name) {
            case "PERSIAN" -> PERSIAN;
            case "CHINESE" -> CHINESE;
            case "KOREAN" -> KOREAN;
            default -> FRENCH;
        };
    }

    @ParameterizedTest
    @CsvSource({
        "PERSIAN, UTF-8",
        "PERSIAN, windows-1256",
        "PERSIAN, UTF-16",
        "CHINESE, UTF-8",
        "CHINESE, GB18030",
        "CHINESE, GBK",
        "KOREAN, x-windows-949",
        "FRENCH, windows-1252",
        "FRENCH, UTF-8",
    })
    void aTextIsReadAsItWasWritten(String name, String encoding) throws IOException {
        byte[] bytes = text(name).getBytes(Charset.forName(encoding));
        Charset found = Encodings.detect(new ByteArrayInputStream(bytes));
        assertThat(new String(bytes, found)).isEqualTo(text(name));
    }

    @Test
    void aCharacterCutByABufferIsStillUtf8() throws IOException {
        String text = "a" + "é".repeat(200_000);
        Charset found = Encodings.detect(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(found).isEqualTo(StandardCharsets.UTF_8);
        byte[] cut = "abc\u00e9".getBytes(StandardCharsets.UTF_8);
        assertThat(Encodings.detect(new ByteArrayInputStream(cut, 0, cut.length - 1)))
                .isNotEqualTo(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '/',
            value = {
                "a,b,c\\n1,2,3 / ,",
                "a;b;c\\n1,5;2,5;3,5 / ;",
                "a\\tb\\n'x,y,z'\\t1 / \\t",
                "a|b|c\\n1|2|3 / |",
                "only\\n1\\n2 / ,",
                "a,b\\n'one; two; three',1\\n'four; five; six',2 / ,"
            })
    void theSeparatorIsTheOneThatMakesRowsAlike(String file, String separator) throws IOException {
        byte[] bytes = file.replace("\\n", "\n")
                .replace("\\t", "\t")
                .replace('\'', '"')
                .getBytes(StandardCharsets.UTF_8);
        FileShape shape = CsvFile.shape(
                () -> new ByteArrayInputStream(bytes), StandardCharsets.UTF_8, java.util.Optional.empty());
        assertThat(shape.separator()).isEqualTo(separator.equals("\\t") ? "\t" : separator);
    }
}
