package io.archmeter.spec;

import io.archmeter.op.Catalogue;
import io.archmeter.problem.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Layers under a name, with params; used like an operator.
 *
 * @param imported the file from which it comes; empty for one of the model's own file, which sees all of the model's params
 * @param sound whether nothing was found wrong in how it is written, so that its params can be compared with its uses
 * @param params the first of them is the usual argument
 */
public record Block(
        Span at, String name, Optional<Import> imported, boolean sound, List<Param> params, Layer.Sequence layers) {
    /**
     * The block that a name means in a file. One that is called as an operator stands for it where it is declared or imported, and
     * nowhere else: a file that is imported knows nothing of it.
     *
     * @param blocks all by their names
     * @param file empty for the model's own, which imports all others
     */
    public static Optional<Block> find(String name, Map<String, Block> blocks, Optional<Import> file) {
        return Optional.ofNullable(blocks.get(name))
                .filter(block -> file.isEmpty()
                        || block.isSeenIn(file.get())
                        || Catalogue.find(name).isEmpty());
    }

    private boolean isSeenIn(Import file) {
        return imported.isPresent()
                && (imported.get().file().equals(file.file())
                        || file.imports().contains(imported.get().file()));
    }

    /** What to do where it uses itself. */
    public String remedyOfRecursion() {
        return Catalogue.find(name).isPresent()
                ? "give the block another name: inside of it, '" + name + "' is not the operator"
                : "repeat its layers with 'repeat' instead";
    }

    /** Whether it has a param of that name. */
    public boolean hasParam(String name) {
        return params.stream().anyMatch(param -> param.name().equals(name));
    }
}
