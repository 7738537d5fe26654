/** Long lists: narrowed, sorted, turned page by page and saved as views, all of it in the page's address. */
@NullMarked
package org.entezar.console.lists;

import org.jspecify.annotations.NullMarked;
