/** The first page of a workspace: what is there, and what to do next. */
@NullMarked
package org.entezar.console.home;

import org.jspecify.annotations.NullMarked;
