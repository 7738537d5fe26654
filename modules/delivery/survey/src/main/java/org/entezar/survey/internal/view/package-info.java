/** What the templates show: texts in the reader's language, nothing left to decide. */
@NullMarked
package org.entezar.survey.internal.view;

import org.jspecify.annotations.NullMarked;
