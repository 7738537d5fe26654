package org.entezar.collection;

/** How far an import is. */
public enum ImportState {
    /** The file is here; its columns can still be mapped. */
    READY,
    /** A dry run is reading it. */
    CHECKING,
    /** A dry run has read it; it can be mapped again or run. */
    CHECKED,
    /** Its rows are being stored. */
    RUNNING,
    /** All its rows are stored or refused. */
    DONE,
    /** It ended before all rows were read; what was stored can be taken back. */
    FAILED,
    /** Taken back: none of its responses counts. */
    UNDONE
}
