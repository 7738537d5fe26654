/** Queues and staffing: how long customers wait for a given arrival rate, service rate and number of servers. */
@NullMarked
package org.entezar.methods.queueing;

import org.jspecify.annotations.NullMarked;
