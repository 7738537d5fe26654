/** The product as a service: whom its doors let in, what they reach there, and what holds under attack, load and loss. */
package org.entezar.service;
