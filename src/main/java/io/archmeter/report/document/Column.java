package io.archmeter.report.document;

import java.util.EnumSet;
import java.util.Set;

/**
 * One column of a table.
 *
 * @param key its name for programs: the header in CSV, the member in JSON
 * @param header its name for people
 * @param formats in which it is written
 * @param leaves when it leaves a table that is too wide for the terminal: 1 first; 0 only where that is not enough
 */
public record Column(String key, String header, Kind kind, Set<Format> formats, int leaves) {
    /** How a column is laid out. */
    public enum Kind {
        /** On the left; may be shortened in the middle, since a reader still knows which one is meant. */
        NAME,
        /** On the left; whole or not at all. */
        TEXT,
        /** On the right, so that digits of the same value stand below each other. */
        NUMBER
    }

    public Column {
        formats = Set.copyOf(formats);
    }

    /** Names of things, in every format; people may see one shortened. */
    public static Column name(String key, String header) {
        return new Column(key, header, Kind.NAME, EnumSet.allOf(Format.class), 0);
    }

    /** Texts, in every format; people see one whole, or not at all. */
    public static Column text(String key, String header) {
        return new Column(key, header, Kind.TEXT, EnumSet.allOf(Format.class), 0);
    }

    /** Numbers, in every format. */
    public static Column number(String key, String header) {
        return new Column(key, header, Kind.NUMBER, EnumSet.allOf(Format.class), 0);
    }

    /** The same in some formats only. */
    public Column only(Format first, Format... others) {
        return new Column(key, header, kind, EnumSet.of(first, others), leaves);
    }

    /** The same, but not in some formats. */
    public Column except(Format first, Format... others) {
        EnumSet<Format> left = EnumSet.copyOf(formats);
        left.removeAll(EnumSet.of(first, others));
        return new Column(key, header, kind, left, leaves);
    }

    /**
     * The same, for a table that may be too wide.
     *
     * @param order 1 for what leaves it first
     */
    public Column leaving(int order) {
        return new Column(key, header, kind, formats, order);
    }

    boolean isIn(Format format) {
        return formats.contains(format);
    }
}
