/** Questionnaires: their list, the editor of a draft, publishing, and what was published. */
@NullMarked
package org.entezar.console.questionnaires;

import org.jspecify.annotations.NullMarked;
