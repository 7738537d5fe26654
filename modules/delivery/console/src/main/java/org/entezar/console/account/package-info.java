/** A person's own account: factors to sign in with, open sessions; and what a workspace wants of sign-ins. */
@NullMarked
package org.entezar.console.account;

import org.jspecify.annotations.NullMarked;
