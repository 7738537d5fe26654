package org.entezar.questionnaire;

import java.nio.charset.StandardCharsets;
import org.entezar.platform.json.Json;

/** Documents for tests, written as a client would write them: single quotes stand for double ones. */
final class Documents {

    static final String STAY = """
            {'key':'stay','title':{'en':'Your stay','fa':'اقامت شما'},'languages':['en','fa'],'sections':[
              {'key':'s1','title':{'en':'Service'},'items':[
                {'key':'sq01','category':'reliability','text':{'en':'Kept its word'},'facets':['expected','perceived'],
                 'scale':{'min':1,'max':7,'labels':{'1':{'en':'no'},'7':{'en':'yes'}}},'required':true},
                {'key':'nps','type':'nps','text':{'en':'Recommend?'}},
                {'key':'why','type':'text','text':{'en':'Why?'},'showIf':'answers.nps <= 6'}]}]}""";

    private Documents() {}

    static Questionnaire read(String document) {
        return Json.readInput(document.replace('\'', '"').getBytes(StandardCharsets.UTF_8), Questionnaire.class);
    }

    static Questionnaire stay() {
        return read(STAY);
    }

    /** A questionnaire of one section with these items. */
    static Questionnaire of(String... items) {
        return read("{'key':'q','title':{'en':'Q'},'languages':['en'],'sections':[{'key':'s','items':["
                + String.join(",", items) + "]}]}");
    }
}
