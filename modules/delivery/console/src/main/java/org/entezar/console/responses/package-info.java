/** Single responses, for those who may read them. */
@NullMarked
package org.entezar.console.responses;

import org.jspecify.annotations.NullMarked;
