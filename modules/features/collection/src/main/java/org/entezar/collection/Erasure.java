package org.entezar.collection;

import java.util.List;

/**
 * What an erasure came to.
 *
 * @param responses how many responses nobody can read the words of any more
 * @param imports whose uploaded files hold rows of these responses still; they go with the files' retention
 */
public record Erasure(int responses, List<ImportId> imports) {
    public Erasure {
        imports = List.copyOf(imports);
    }
}
