package io.archmeter.onnx.network;

import java.util.regex.Pattern;

/**
 * Where in the modules of its author a node stands.
 *
 * @param module the path, with dots; empty for the network itself
 * @param call what the exporter calls the operation of the author that the node is a part of: {@code relu_1}; empty where it does not say
 * @param own what the node is within it
 */
record ModulePlace(String module, String call, String own) {
    private static final Pattern NUMBER = Pattern.compile("_\\d+$");

    /** The operation without its number: {@code relu}. */
    String operation() {
        String name = NUMBER.matcher(call).replaceFirst("");
        return name.isEmpty() ? own : name;
    }

    /** Which place a name within a module is. */
    static String within(String module, String name) {
        return module.isEmpty() ? name : module + "." + name;
    }
}
