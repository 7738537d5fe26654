/** Browsers: sign-in by code flow, the session, sign-out, and the headers that keep a page to itself. */
@NullMarked
package org.entezar.identity.internal.browser;

import org.jspecify.annotations.NullMarked;
