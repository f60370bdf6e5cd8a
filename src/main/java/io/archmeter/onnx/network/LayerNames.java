package io.archmeter.onnx.network;

import io.archmeter.onnx.infer.InferredModel;
import io.archmeter.onnx.infer.InferredNode;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** How layers are called: as their author did, as far as the file tells. Each has a name of its own. */
final class LayerNames {
    private final InferredModel model;
    private final Folded constants;
    private final Set<String> taken = new HashSet<>();

    LayerNames(InferredModel model, Folded constants) {
        this.model = model;
        this.constants = constants;
    }

    /** The network's: that of its file. */
    String model(String file) {
        Path last = Path.of(file).getFileName();
        String name = last == null ? file : last.toString();
        return name.endsWith(".onnx") && name.length() > 5 ? name.substring(0, name.length() - 5) : name;
    }

    String of(InferredNode node) {
        return unique(node.label());
    }

    /** The same, with a number where another layer has it. */
    String unique(String name) {
        String own = name.isBlank() ? "node" : name;
        String free = own;
        for (int number = 2; !taken.add(free); number++) {
            free = own + "_" + number;
        }
        return free;
    }
}
