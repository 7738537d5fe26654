package org.entezar.architecture.sample.upper.internal;

/** Not for others. */
public class Hidden {}
