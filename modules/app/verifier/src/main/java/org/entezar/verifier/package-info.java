/** The auditor's command line, which needs an archive and nothing else. */
@NullMarked
package org.entezar.verifier;

import org.jspecify.annotations.NullMarked;
