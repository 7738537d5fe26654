/** The door of the product: who comes in, by a browser's session or by a bearer token, and who is a member of what. */
@NullMarked
package org.entezar.identity;

import org.jspecify.annotations.NullMarked;
