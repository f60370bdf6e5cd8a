package io.archmeter.spec.expand;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A module on the way from the model to a layer: it gives names to what is below it, as PyTorch's modules do. Layers in a list
 * are numbered by their position below the nearest module that bears a name.
 */
final class NameScope {
    private final Optional<NameScope> parent;
    /** Whether the layers here see those of the parent. */
    private final boolean open;

    private final String prefix;
    private final LayerOutput input;
    private int next;

    private NameScope(Optional<NameScope> parent, boolean open, String prefix, LayerOutput input) {
        this.parent = parent;
        this.open = open;
        this.prefix = prefix;
        this.input = input;
    }

    static NameScope root(LayerOutput input) {
        return new NameScope(Optional.empty(), true, "", input);
    }

    /** A module below this one; its layers can take the outputs of the layers around it. */
    NameScope module(String name) {
        return new NameScope(Optional.of(this), true, prefix + name + ".", input);
    }

    /** A block below this one; its layers see nothing of what is around it but its input. */
    NameScope block(String name, LayerOutput blockInput) {
        return new NameScope(Optional.of(this), false, prefix + name + ".", blockInput);
    }

    /** The path of this module; empty for the model. */
    String module() {
        return prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1);
    }

    String path(String name) {
        return prefix.isEmpty() ? name : prefix + name;
    }

    String nextNumber() {
        return String.valueOf(next++);
    }

    /** The input of the block, or else of the network. */
    LayerOutput input() {
        return input;
    }

    /** The levels whose layers can be taken from here, the nearest first. */
    List<NameScope> visible() {
        List<NameScope> levels = new ArrayList<>(List.of(this));
        for (NameScope level = this; level.open && level.parent.isPresent(); level = level.parent.get()) {
            levels.add(level.parent.get());
        }
        return levels;
    }

    /** The levels around the block in which this is, whose layers cannot be taken from here. */
    List<NameScope> hidden() {
        List<NameScope> levels = new ArrayList<>();
        Optional<NameScope> level = parent;
        boolean isHidden = !open;
        while (level.isPresent()) {
            if (isHidden) {
                levels.add(level.get());
            }
            isHidden |= !level.get().open;
            level = level.get().parent;
        }
        return levels;
    }

    /** Whether a path is that of this level or of one around it. */
    boolean isBelow(String path) {
        return prefix.startsWith(path + ".");
    }

    /** The name by which a layer is known here, if it lies below this level. */
    Optional<String> nameOf(String path) {
        return path.startsWith(prefix) ? Optional.of(path.substring(prefix.length())) : Optional.empty();
    }
}
