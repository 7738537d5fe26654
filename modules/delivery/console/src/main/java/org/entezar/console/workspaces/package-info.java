/** Pages outside of workspaces: those of a visitor, and for operators the directory and a new workspace. */
@NullMarked
package org.entezar.console.workspaces;

import org.jspecify.annotations.NullMarked;
