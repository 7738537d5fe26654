/** Finding places, actions and names in a workspace: a page of its own, and what the command palette shows. */
@NullMarked
package org.entezar.console.search;

import org.jspecify.annotations.NullMarked;
