package org.entezar.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTest {

    @ParameterizedTest
    @CsvSource({
        "Daniel, Osei, Daniel Osei",
        "کاوه, محمدی, کاوه محمدی",
        "伟, 王, 王伟",
        "민준, 김, 김민준",
        "さくら, 田中, 田中さくら",
        "David, 王, David 王",
        "' ', Osei, Osei",
        "Mina, '', Mina",
        "'', '', ''"
    })
    void isWrittenAsItsScriptWritesIt(String given, String family, String whole) {
        assertThat(PersonName.of(given, family)).isEqualTo(whole);
    }
}
