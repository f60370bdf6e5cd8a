package io.archmeter.parquet;

/**
 * A column of a table.
 *
 * @param optional whether a row may have nothing in it
 */
public record Column(String name, Type type, boolean optional) {
    /** What its cells are; the number is that of the physical type in parquet.thrift. */
    public enum Type {
        BOOLEAN(0),
        INT64(2),
        DOUBLE(5),
        STRING(6);

        private final int number;

        Type(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }
    }

    public Column {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a column needs a name");
        }
    }

    /** One that has something in every row. */
    public static Column required(String name, Type type) {
        return new Column(name, type, false);
    }

    /** One that may have nothing in a row. */
    public static Column optional(String name, Type type) {
        return new Column(name, type, true);
    }
}
