package io.archmeter.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A module on the way from the model to a layer: it gives names to what is below it, as PyTorch's modules do. Layers in a list
 * are numbered by their position below the nearest module that bears a name.
 */
final class Level {
    private final Optional<Level> parent;
    private final String prefix;
    private final Tensor input;
    private int next;

    private Level(Optional<Level> parent, String prefix, Tensor input) {
        this.parent = parent;
        this.prefix = prefix;
        this.input = input;
    }

    static Level root(Tensor input) {
        return new Level(Optional.empty(), "", input);
    }

    /** A module below this one; its layers can take the outputs of the layers around it. */
    Level module(String name) {
        return new Level(Optional.of(this), prefix + name + ".", input);
    }

    /** A block below this one; its layers see nothing of what is around it but its input. */
    Level block(String name, Tensor blockInput) {
        return new Level(Optional.empty(), prefix + name + ".", blockInput);
    }

    String path(String name) {
        return prefix + name;
    }

    String nextNumber() {
        return String.valueOf(next++);
    }

    /** The input of the block, or else of the network. */
    Tensor input() {
        return input;
    }

    /** The paths that a name can mean from here, the nearest first. */
    List<String> candidates(String name) {
        List<String> paths = new ArrayList<>();
        for (Optional<Level> level = Optional.of(this); level.isPresent(); level = level.get().parent) {
            paths.add(level.get().path(name));
        }
        return paths;
    }
}
