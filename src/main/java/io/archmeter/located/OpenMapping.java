package io.archmeter.located;

import io.archmeter.op.Value;
import io.archmeter.problem.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A mapping that is being read. */
final class OpenMapping implements LocatedBuilder.Open {
    private static final String MERGE = "<<";

    private final Span at;
    private final LocatedBuilder builder;
    private final Entries entries = new Entries();
    private List<Located.Mapping> merged = List.of();
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

    OpenMapping(Span at, LocatedBuilder builder) {
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
        Optional<Located.Entry> first = entries.get(text);
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
    public void add(Located part) {
        switch (next) {
            case KEY -> {
                String remedy = "write a name there; if the braces belong to the text, put it in quotes";
                builder.wrongKey(part.at(), "a list or a mapping cannot be a key", remedy);
                return;
            }
            case VALUE -> entries.add(new Located.Entry(keyAt, nameAt, key, part));
            case MERGED -> merge(part);
            case DROPPED -> {}
        }
        next = Next.KEY;
    }

    private void merge(Located part) {
        merged = new ArrayList<>(merged);
        if (part instanceof Located.Items items) {
            items.items().forEach(this::mergeOne);
        } else {
            mergeOne(part);
        }
    }

    private void mergeOne(Located part) {
        if (part instanceof Located.Mapping mapping) {
            merged.add(mapping);
        } else if (!(part instanceof Located.Scalar scalar && scalar.value() instanceof Value.Unknown)) {
            builder.problem(
                    part.at(),
                    "wrong-merge",
                    "'<<' takes the entries of a mapping, and this is none",
                    "write '<<: *name' where '&name' stands before a mapping");
        }
    }

    /** Merged entries come last: an explicit key wins whether it stands before or after them, and so does an earlier mapping. */
    @Override
    public Located closed() {
        for (Located.Mapping mapping : merged) {
            for (Located.Entry entry : mapping.entries()) {
                if (entries.get(entry.key()).isEmpty()) {
                    entries.add(entry);
                }
            }
        }
        return new Located.Mapping(at, entries.inOrder());
    }
}
