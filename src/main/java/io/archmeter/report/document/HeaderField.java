package io.archmeter.report.document;

/**
 * Something that holds for a whole document.
 *
 * @param key its member in JSON
 * @param label the words before its value where people see it
 */
public record HeaderField(String key, String label, Place place, Cell value) {
    /** Where people see a fact; programs find all of them in JSON. */
    public enum Place {
        /** In the line below the title, with others. */
        ABOVE_TABLE,
        /** In a line of its own below the table. */
        BELOW_TABLE,
        /** Only programs need it. */
        NOWHERE
    }

    /** One that people see in the line below the title. */
    public static HeaderField above(String key, String label, Cell value) {
        return new HeaderField(key, label, Place.ABOVE_TABLE, value);
    }

    /** One that people see in a line of its own, below the table. */
    public static HeaderField below(String key, String label, Cell value) {
        return new HeaderField(key, label, Place.BELOW_TABLE, value);
    }

    /** One for programs alone. */
    public static HeaderField of(String key, Cell value) {
        return new HeaderField(key, "", Place.NOWHERE, value);
    }
}
