package org.entezar.relationship;

/** How much a case weighs. */
public enum Severity {
    LOW,
    MEDIUM,
    HIGH
}
