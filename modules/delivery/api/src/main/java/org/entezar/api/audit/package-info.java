/** The history of a workspace over REST: entries, checkpoints, proofs, evidence archives. */
@NullMarked
package org.entezar.api.audit;

import org.jspecify.annotations.NullMarked;
