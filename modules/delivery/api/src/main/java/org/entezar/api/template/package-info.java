/** Template packs: what a workspace can take in, and what it has. */
@NullMarked
package org.entezar.api.template;

import org.jspecify.annotations.NullMarked;
