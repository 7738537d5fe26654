package org.entezar.survey.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.entezar.platform.json.Json;
import org.entezar.questionnaire.Item;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnteredAnswersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            nullValues = "-",
            value = {
                "{'key':'a','type':'number'} # a=12 # 12",
                "{'key':'a','type':'number'} # a=%DB%B1%DB%B2 # 12",
                "{'key':'a','type':'number'} # a=%EF%BC%91%EF%BC%92 # 12",
                "{'key':'a','type':'number'} # a=1+234%D9%AB5 # 1234.5",
                "{'key':'a','type':'number'} # a=-3.0 # -3",
                "{'key':'a','type':'number'} # a=1e999999 # \"1e999999\"",
                "{'key':'a','type':'number'} # a=++ # -",
                "{'key':'a','type':'nps'} # a=10 # 10",
                "{'key':'a','type':'nps'} # a=99999999999 # \"99999999999\"",
                "{'key':'a','type':'text'} # a=one%0D%0Atwo # \"one\\ntwo\"",
                "{'key':'a','type':'consent'} # a=yes # true",
                "{'key':'a','type':'consent'} # b=yes # false",
                "{'key':'a','facets':['expected','perceived']} # a.expected=6 # {\"expected\":6}",
                "{'key':'a','facets':['expected','perceived']} # a=6&a.minimum=3 # -"
            })
    void areReadAsTheRulesWantThem(String item, String form, String expected) {
        Item read = Json.readInput(item.replace('\'', '"').getBytes(StandardCharsets.UTF_8), Item.class);
        assertThat(EnteredAnswers.read(read, FormBody.parse(form))
                        .map(Json::write)
                        .orElse(null))
                .isEqualTo(expected);
    }
}
