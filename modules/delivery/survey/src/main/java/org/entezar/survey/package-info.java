/** What respondents see: a link opens a page that works on any phone, in any language, without scripts. */
@NullMarked
package org.entezar.survey;

import org.jspecify.annotations.NullMarked;
