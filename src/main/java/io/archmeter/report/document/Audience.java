package io.archmeter.report.document;

/** For whom a column or a row is. Which formats an audience is served in is said by {@link Format} alone. */
public enum Audience {
    /** Who reads a page: what matters, rounded, in words. */
    PEOPLE,
    /** Programs that compute with rows: a cell is a number or a word, and a row has nothing above or below it. */
    TABLES,
    /** Who computes with rows in a spreadsheet: all that tables have, and what a person wants to read beside it. */
    SPREADSHEETS,
    /** Programs that ask for members by name: all that is known, nested where it belongs together. */
    PROGRAMS
}
