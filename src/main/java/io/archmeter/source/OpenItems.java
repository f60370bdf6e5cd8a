package io.archmeter.source;

import io.archmeter.problem.Span;
import java.util.ArrayList;
import java.util.List;

/** A list that is being read. A long one is packed as it comes: there may be a million layers, and each is looked at a few times. */
final class OpenItems implements SourceBuilder.Open {
    private final Span at;
    private final Packer packer;
    private final List<SourceValue> items = new ArrayList<>();
    private final List<byte[]> parts = new ArrayList<>(0);

    OpenItems(Span at, Packer packer) {
        this.at = at;
        this.packer = packer;
    }

    @Override
    public Span at() {
        return at;
    }

    @Override
    public boolean awaitsKey() {
        return false;
    }

    @Override
    public void add(SourceValue part) {
        if (items.size() == LongList.PART) {
            pack();
        }
        items.add(part);
    }

    private void pack() {
        parts.add(packer.packed(items));
        items.clear();
    }

    @Override
    public SourceValue closed() {
        if (parts.isEmpty()) {
            return new SourceValue.Items(at, items);
        }
        int size = parts.size() * LongList.PART + items.size();
        pack();
        List<byte[]> all = List.copyOf(parts);
        Packer packed = packer;
        String file = at.file();
        return new SourceValue.Items(at, new LongList<>(size, part -> packed.unpacked(all.get(part), file)));
    }
}
