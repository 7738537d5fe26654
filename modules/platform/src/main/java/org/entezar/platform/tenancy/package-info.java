/** The two walls between workspaces: every piece of work is authorised, bound to one workspace and closed as one transaction. */
@NullMarked
package org.entezar.platform.tenancy;

import org.jspecify.annotations.NullMarked;
