/** What operators ask and do over the API: counts and states of workspaces, never anything in them. */
@NullMarked
package org.entezar.api.operator;

import org.jspecify.annotations.NullMarked;
