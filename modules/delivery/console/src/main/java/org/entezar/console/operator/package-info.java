/** What operators see and do: the installation, its workspaces from outside, and their own acts. */
@NullMarked
package org.entezar.console.operator;

import org.jspecify.annotations.NullMarked;
