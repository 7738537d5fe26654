/** Reading and checking packs; hostile until checked. */
@NullMarked
package org.entezar.template.internal;

import org.jspecify.annotations.NullMarked;
