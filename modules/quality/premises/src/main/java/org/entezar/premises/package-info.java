/** What both suites of product tests go to work with: people of the demo over HTTP and in a browser, and a workspace with one of everything. */
@NullMarked
package org.entezar.premises;

import org.jspecify.annotations.NullMarked;
