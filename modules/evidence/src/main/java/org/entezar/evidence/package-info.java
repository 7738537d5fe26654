/** What evidence is made of, and what makes it hold; the server and the offline verifier share it. */
@org.jspecify.annotations.NullMarked
package org.entezar.evidence;
