/** The page on which a history is signed, checked, proved and taken along. */
@NullMarked
package org.entezar.console.verification;

import org.jspecify.annotations.NullMarked;
