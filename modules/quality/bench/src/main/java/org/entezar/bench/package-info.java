/** What an operation of the product costs in processor time, from the operating system's own accounting. */
@NullMarked
package org.entezar.bench;

import org.jspecify.annotations.NullMarked;
