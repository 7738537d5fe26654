/** Puts responses under history: batches of leaves whose Merkle root an entry holds. */
@NullMarked
package org.entezar.collection.internal.sealing;

import org.jspecify.annotations.NullMarked;
