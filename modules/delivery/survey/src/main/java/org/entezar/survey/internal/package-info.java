/** How a respondent's page is made, read and carried on. */
@NullMarked
package org.entezar.survey.internal;

import org.jspecify.annotations.NullMarked;
