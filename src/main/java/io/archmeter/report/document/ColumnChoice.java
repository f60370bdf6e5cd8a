package io.archmeter.report.document;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Tables with the columns that somebody has asked for, in that order, for whom else they may be. */
public final class ColumnChoice {
    /** Stands for all columns that are not named, and that the audience sees anyway. */
    public static final String ALL = "all";

    private final Table table;
    private final Audience audience;

    public ColumnChoice(Table table, Audience audience) {
        this.table = table;
        this.audience = audience;
    }

    /** The keys of all columns that can be asked for: first those that the audience sees, or would if they said anything. */
    public List<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        for (Column column : table.columns()) {
            if (column.isFor(audience) || column.audiences().isEmpty()) {
                keys.add(column.key());
            }
        }
        table.columns().forEach(column -> keys.add(column.key()));
        return List.copyOf(keys);
    }

    /**
     * The same table with some columns. What a row is about stands first, unless it is named.
     *
     * @param keys some of {@link #keys}, and {@link #ALL}
     */
    public Table of(List<String> keys) {
        Set<Integer> chosen = new LinkedHashSet<>();
        String first = name().key();
        if (!keys.contains(first)) {
            chosen.addAll(columns(first));
        }
        for (String key : keys) {
            chosen.addAll(key.equals(ALL) ? others(keys) : columns(key));
        }
        List<Integer> places = List.copyOf(chosen);
        return new Table(
                table.sectionsName(),
                table.rowsName(),
                table.layout(),
                table.heading(),
                places.stream()
                        .map(place -> table.columns().get(place).askedFor())
                        .toList(),
                table.sections().stream().map(section -> section.of(places)).toList());
    }

    /** What a row is about. */
    private Column name() {
        return table.columns().stream()
                .filter(column -> column.kind() == Column.Kind.NAME)
                .findFirst()
                .orElse(table.columns().get(0));
    }

    /** Several models have a column of one key each; some keys have other columns for others, which say the same. */
    private List<Integer> columns(String key) {
        List<Integer> all = IntStream.range(0, table.columns().size())
                .filter(place -> table.columns().get(place).key().equals(key))
                .boxed()
                .toList();
        List<Integer> seen = all.stream()
                .filter(place -> table.columns().get(place).isFor(audience))
                .toList();
        return seen.isEmpty() ? forTheSame(all) : seen;
    }

    /** Those that are for whom the first of them is. */
    private List<Integer> forTheSame(List<Integer> places) {
        Set<Audience> first = table.columns().get(places.get(0)).audiences();
        return places.stream()
                .filter(place -> table.columns().get(place).audiences().equals(first))
                .toList();
    }

    private List<Integer> others(List<String> named) {
        List<Integer> others = new ArrayList<>();
        for (int place = 0; place < table.columns().size(); place++) {
            Column column = table.columns().get(place);
            if (column.isFor(audience) && !named.contains(column.key())) {
                others.add(place);
            }
        }
        return others;
    }
}
