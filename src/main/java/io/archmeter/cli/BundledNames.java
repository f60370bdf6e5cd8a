package io.archmeter.cli;

import io.archmeter.Archmeter;
import io.archmeter.load.BundledModel;
import java.util.Iterator;

/** The names of the models that come with the tool, for shells that complete them. */
final class BundledNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return Archmeter.bundled().stream().map(BundledModel::name).iterator();
    }
}
