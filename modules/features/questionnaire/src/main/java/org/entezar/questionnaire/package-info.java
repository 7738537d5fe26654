/**
 * What a workspace asks: its categories of expectations and its questionnaires, from draft to immutable version.
 */
@NullMarked
package org.entezar.questionnaire;

import org.jspecify.annotations.NullMarked;
