/** The methods as a public calculator: inputs in, figures out, nothing kept. */
@NullMarked
package org.entezar.api.methods;

import org.jspecify.annotations.NullMarked;
