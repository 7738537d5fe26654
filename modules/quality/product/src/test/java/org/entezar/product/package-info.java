/** The product as users start it, driven over HTTP and with a browser. */
package org.entezar.product;
