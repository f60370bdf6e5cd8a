package io.archmeter.report.document;

import java.util.EnumSet;
import java.util.Set;

/**
 * One column of a table.
 *
 * @param key its name for programs: the header in CSV, the member in JSON
 * @param header its name for people
 * @param audiences for whom it is
 * @param leaves when it leaves a table that is too wide for the terminal: 1 first; 0 only where that is not enough; {@link #STAYING} never
 * @param above what stands above its header, and above those of its neighbours that have the same there; may be empty
 * @param summed whether the total of the column is the sum of its rows
 */
public record Column(
        String key, String header, Kind kind, Set<Audience> audiences, int leaves, String above, boolean summed) {
    /** Of a column that was asked for, however narrow the terminal is. */
    public static final int STAYING = -1;

    /** How a column is laid out. */
    public enum Kind {
        /** On the left; may be shortened in the middle, since a reader still knows which one is meant. */
        NAME,
        /** On the left; its end may be missing, since a begin of some words tells most of it. */
        PHRASE,
        /** On the left; whole or not at all. */
        TEXT,
        /** On the right, so that digits of the same value stand below each other. */
        NUMBER,
        /** On the left; drawn, where a format draws. */
        BAR
    }

    private static final Set<Audience> EVERYBODY = Set.copyOf(EnumSet.allOf(Audience.class));

    public Column {
        audiences = Set.copyOf(audiences);
    }

    /** Names of things, for everybody; people may see one shortened. */
    public static Column name(String key, String header) {
        return new Column(key, header, Kind.NAME, EVERYBODY, 0, "", false);
    }

    /** Sentences, for everybody; people may see the begin of one. */
    public static Column phrase(String key, String header) {
        return new Column(key, header, Kind.PHRASE, EVERYBODY, 0, "", false);
    }

    /** Texts, for everybody; people see one whole, or not at all. */
    public static Column text(String key, String header) {
        return new Column(key, header, Kind.TEXT, EVERYBODY, 0, "", false);
    }

    /** Numbers, for everybody. */
    public static Column number(String key, String header) {
        return new Column(key, header, Kind.NUMBER, EVERYBODY, 0, "", false);
    }

    /** Numbers of which the total is the sum, for everybody. */
    public static Column summed(String key, String header) {
        return new Column(key, header, Kind.NUMBER, EVERYBODY, 0, "", true);
    }

    /** Bars for people, beside the column of the numbers that they stand for. */
    public static Column bar(String key) {
        return new Column(key, "", Kind.BAR, EVERYBODY, 0, "", false).only(Audience.PEOPLE);
    }

    /** The same for some only. */
    public Column only(Audience first, Audience... others) {
        return new Column(key, header, kind, EnumSet.of(first, others), leaves, above, summed);
    }

    /** The same, but not for some. */
    public Column except(Audience first, Audience... others) {
        EnumSet<Audience> left = EnumSet.copyOf(audiences);
        left.removeAll(EnumSet.of(first, others));
        return new Column(key, header, kind, left, leaves, above, summed);
    }

    /** The same, or one that nobody sees who does not ask for it. */
    public Column shownIf(boolean wanted) {
        return wanted ? this : new Column(key, header, kind, Set.of(), leaves, above, summed);
    }

    /** The same below a header that it has in common with its neighbours. */
    public Column under(String common) {
        return new Column(key, header, kind, audiences, leaves, common, summed);
    }

    /** The same for somebody who has asked for it, and has to find it again. */
    Column askedFor() {
        String shown = header.isEmpty() && kind != Kind.BAR ? key.replace('_', ' ') : header;
        return new Column(key, shown, kind, EVERYBODY, STAYING, above, summed);
    }

    /** What people call it, and its neighbours below the same header. */
    public String words() {
        return above.isEmpty() ? header : above;
    }

    /** What stands above it where headers have one line. */
    public String wholeHeader() {
        return above.isEmpty() || header.isEmpty() ? header : above + " " + header;
    }

    /**
     * The same, for a table that may be too wide.
     *
     * @param order 1 for what leaves it first
     */
    public Column leaving(int order) {
        return new Column(key, header, kind, audiences, order, above, summed);
    }

    /** What tables have, spreadsheets have too. */
    boolean isFor(Audience audience) {
        return audiences.contains(audience) || audience == Audience.SPREADSHEETS && audiences.contains(Audience.TABLES);
    }
}
