package org.entezar.audit;

/** How far the proof of a response has come. */
public enum ReceiptState {
    /** Stored; sealed within seconds. */
    STORED,
    /** Sealed by an entry of history that no checkpoint signs yet. */
    SEALED,
    /** Under a signed checkpoint: the proof is complete. */
    SIGNED
}
