/** The console's and the respondents' pages as people use them, in a real browser before the product as users start it. */
package org.entezar.pages;
