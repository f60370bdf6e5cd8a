package io.archmeter.onnx.network;

import io.archmeter.graph.Output;
import io.archmeter.graph.Weight;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How tensors of a file are called in a graph: a module, and a name within it, as in PyTorch's {@code state_dict}. One whose name an
 * exporter made up is called by the layer that takes it first.
 */
final class WeightNames {
    /** What converters from TensorFlow call a variable that an operator reads, and what they computed of it. */
    private static final Pattern READ = Pattern.compile(".*(ReadVariableOp.*|_fused_bn)");

    /** The number that TensorFlow puts behind the output of a node. */
    static final Pattern OUTPUT = Pattern.compile(":\\d+$");

    private final UniqueNames names = new UniqueNames();

    /** @param role what the layer calls it */
    Weight weight(String stored, String layer, String role, Output tensor, Weight.Kind kind) {
        String own = OUTPUT.matcher(ModulePaths.withoutInlining(stored)).replaceFirst("");
        Optional<String> module = ModulePaths.ofWeight(own);
        if (module.isPresent()) {
            return unique(module.get(), own.substring(own.lastIndexOf('.') + 1), tensor, kind);
        }
        if (ModulePaths.isGenerated(own) || READ.matcher(own).matches()) {
            return unique(layer, role, tensor, kind);
        }
        int slash = own.lastIndexOf('/');
        return slash > 0 && slash < own.length() - 1
                ? unique(ModulePaths.dotted(own.substring(0, slash)), own.substring(slash + 1), tensor, kind)
                : unique("", own, tensor, kind);
    }

    private Weight unique(String module, String name, Output tensor, Weight.Kind kind) {
        String whole = ModulePlace.within(module, name);
        String free = names.unique(whole).substring(whole.length() - name.length());
        return new Weight(module, free, tensor.shape(), tensor.type(), kind);
    }
}
