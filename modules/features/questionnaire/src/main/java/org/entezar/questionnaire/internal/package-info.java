/** Rules, rows and differences behind the face of questionnaires. */
@NullMarked
package org.entezar.questionnaire.internal;

import org.jspecify.annotations.NullMarked;
