/** Guards over the whole product; nothing here ships. */
package org.entezar.architecture;
