package io.archmeter.diff.align;

import io.archmeter.snapshot.LayerSnapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives numbers to what layers have; equal things have the same number on both sides. */
final class Signatures {
    private final Comparability likening;
    private final Map<Object, Integer> numbers = new HashMap<>();

    Signatures(Comparability likening) {
        this.likening = likening;
    }

    Signature[] of(List<LayerSnapshot> layers) {
        return layers.stream().map(this::of).toArray(Signature[]::new);
    }

    private Signature of(LayerSnapshot layer) {
        String name = layer.name();
        int last = name.lastIndexOf('.');
        int lastTwo = last < 0 ? -1 : name.lastIndexOf('.', last - 1);
        return new Signature(
                number(likening.structure(layer)),
                number(List.of(layer.operator(), layer.attributes())),
                number(layer.operator()),
                number(name),
                number(name.substring(lastTwo + 1)),
                number(name.substring(last + 1)));
    }

    private int number(Object thing) {
        return numbers.computeIfAbsent(thing, unseen -> numbers.size());
    }
}
