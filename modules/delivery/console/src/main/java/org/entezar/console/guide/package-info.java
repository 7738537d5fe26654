/** The style guide: every piece that pages are made of, in every state, language, direction and theme. */
@NullMarked
package org.entezar.console.guide;

import org.jspecify.annotations.NullMarked;
