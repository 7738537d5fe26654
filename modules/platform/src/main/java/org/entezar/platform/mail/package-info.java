/** Mail to people: written into an outbox with the change that causes it, sent afterwards, at least once, by SMTP. */
@NullMarked
package org.entezar.platform.mail;

import org.jspecify.annotations.NullMarked;
