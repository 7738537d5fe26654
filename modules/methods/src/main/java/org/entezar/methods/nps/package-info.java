/** Headline scores of satisfaction: net promoter score, top-two share, customer effort and the satisfaction index. */
@NullMarked
package org.entezar.methods.nps;

import org.jspecify.annotations.NullMarked;
