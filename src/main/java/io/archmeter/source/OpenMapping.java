package io.archmeter.source;

import io.archmeter.problem.Excerpt;
import io.archmeter.problem.Span;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A mapping that is being read. */
final class OpenMapping implements SourceBuilder.Open {
    private static final String MERGE = "<<";

    private final Span at;
    private final SourceBuilder builder;
    private final OrderedEntries entries = new OrderedEntries();
    private List<SourceValue.Mapping> merged = List.of();
    private Optional<Span> mergedAt = Optional.empty();
    private Next next = Next.KEY;
    private Span keyAt;
    private Span nameAt;
    private String key = "";

    private enum Next {
        KEY,
        VALUE,
        MERGED,
        DROPPED
    }

    OpenMapping(Span at, SourceBuilder builder) {
        this.at = at;
        this.builder = builder;
        this.keyAt = at;
        this.nameAt = at;
    }

    @Override
    public Span at() {
        return at;
    }

    @Override
    public boolean awaitsKey() {
        return next == Next.KEY;
    }

    void key(Span place, Span textAt, String text) {
        Optional<SourceValue.Entry> first = entries.get(text);
        first.ifPresent(entry -> duplicate(place, text, entry.keyAt()));
        keyAt = place;
        nameAt = textAt;
        key = text;
        next = first.isPresent() ? Next.DROPPED : Next.VALUE;
    }

    void mergeKey(Span place) {
        mergedAt.ifPresentOrElse(first -> duplicate(place, MERGE, first), () -> mergedAt = Optional.of(place));
        next = Next.MERGED;
    }

    void drop() {
        next = Next.DROPPED;
    }

    private void duplicate(Span place, String text, Span first) {
        String remedy = text.equals(MERGE) ? "write one: '<<: [*a, *b]'" : "remove one of the two";
        builder.problem(
                place,
                "duplicate-key",
                "the key '" + Excerpt.of(text) + "' stands in this mapping already, in " + first.lineAndColumn(),
                remedy);
    }

    @Override
    public void add(SourceValue part) {
        switch (next) {
            case KEY -> {
                String remedy = "write a name there; if the braces belong to the text, put it in quotes";
                builder.wrongKey(part.at(), "a list or a mapping cannot be a key", remedy);
                return;
            }
            case VALUE -> entries.add(new SourceValue.Entry(keyAt, nameAt, key, part));
            case MERGED -> merge(part);
            case DROPPED -> {}
        }
        next = Next.KEY;
    }

    private void merge(SourceValue part) {
        merged = new ArrayList<>(merged);
        if (part instanceof SourceValue.Items items) {
            items.items().forEach(this::mergeOne);
        } else {
            mergeOne(part);
        }
    }

    private void mergeOne(SourceValue part) {
        if (part instanceof SourceValue.Mapping mapping) {
            merged.add(mapping);
        } else if (!(part instanceof SourceValue.Scalar scalar && scalar.value() instanceof PlainValue.Unknown)) {
            builder.problem(
                    part.at(),
                    "wrong-merge",
                    "'<<' takes the entries of a mapping, and this is none",
                    "write '<<: *name' where '&name' stands before a mapping");
        }
    }

    /** Merged entries come last: an explicit key wins whether it stands before or after them, and so does an earlier mapping. */
    @Override
    public SourceValue closed() {
        for (SourceValue.Mapping mapping : merged) {
            for (SourceValue.Entry entry : mapping.entries()) {
                if (entries.get(entry.key()).isEmpty()) {
                    entries.add(entry);
                }
            }
        }
        return new SourceValue.Mapping(at, entries.inOrder());
    }
}
