/** Categories, questionnaires and their versions over REST. */
@NullMarked
package org.entezar.api.questionnaire;

import org.jspecify.annotations.NullMarked;
