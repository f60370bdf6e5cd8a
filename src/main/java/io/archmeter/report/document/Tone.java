package io.archmeter.report.document;

/** What a value means to its reader. A terminal may show it in a colour; nobody needs the colour to understand the value. */
public enum Tone {
    /** A fact like any other. */
    PLAIN,
    /** It is not as it has to be: a limit is broken, an observation differs. */
    PROBLEM,
    /** It is not as it should be, but nothing fails because of it. */
    WARNING,
    /** It costs more than before. */
    WORSE,
    /** It costs less than before. */
    BETTER,
    /** It was not there before. */
    ADDED,
    /** It is not there any more. */
    REMOVED,
    /** It is another than before. */
    CHANGED,
    /** A number that is drawn. */
    DRAWN
}
