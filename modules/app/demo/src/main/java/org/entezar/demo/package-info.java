/** The demo: workspaces made by installing each trade's pack, and a simulated year of answers, labelled as simulated. */
@NullMarked
package org.entezar.demo;

import org.jspecify.annotations.NullMarked;
