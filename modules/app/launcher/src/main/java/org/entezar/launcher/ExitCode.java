package org.entezar.launcher;

/** How the command ends; the numbers are part of what operators script against ({@code docs/operate/troubleshooting.md}). */
enum ExitCode {
    OK(0, "Done."),
    FAILED(1, "Something failed that has no code of its own; the message and the logs tell what."),
    USAGE(2, "The command line is wrong."),
    SETTING(3, "A setting is unknown, malformed or missing."),
    PORT_TAKEN(4, "A port is taken by another program."),
    DISK_FULL(5, "The disk has no room left."),
    JAVA(6, "This Java lacks a module, or is too old."),
    NEWER_DATA(7, "The data folder was used by a newer release."),
    ALREADY_RUNNING(8, "Entezar already runs on this data folder."),
    NOT_RUNNING(9, "Entezar does not run on this data folder (stop, status)."),
    PART_ENDED(10, "Database, identity or server ended by itself; the rest was stopped."),
    NOT_READY(11, "A part was not ready in time."),
    ACCOUNT(12, "The data folder cannot be used from this account.");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    int number() {
        return number;
    }

    String meaning() {
        return meaning;
    }
}
