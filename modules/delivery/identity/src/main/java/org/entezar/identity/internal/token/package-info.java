/** Verified tokens: signature, issuer, audience and time are checked here, and a caller is made of the claims. */
@NullMarked
package org.entezar.identity.internal.token;

import org.jspecify.annotations.NullMarked;
