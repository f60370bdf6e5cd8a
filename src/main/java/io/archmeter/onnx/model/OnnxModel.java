package io.archmeter.onnx.model;

import io.archmeter.onnx.file.ModelFile;
import io.archmeter.onnx.file.ModelMessage;
import io.archmeter.onnx.file.TypeMessage;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model, with its parts in the places where they are used.
 *
 * @param file where elements of tensors can be read
 * @param main the network
 * @param constants by the numbers of their values
 * @param declared the types that the file declares of values, by their numbers
 * @param overridable constants that are inputs too, as all were before version 4 of the format; nobody has to give them
 * @param warnings what is unusual about the file, for people
 */
public record OnnxModel(
        ModelFile file,
        Region main,
        Map<Integer, Constant> constants,
        Map<Integer, TypeMessage> declared,
        List<ModelValue> overridable,
        List<String> warnings) {
    public OnnxModel {
        constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
        declared = Collections.unmodifiableMap(new LinkedHashMap<>(declared));
        overridable = List.copyOf(overridable);
        warnings = List.copyOf(warnings);
    }

    public ModelMessage message() {
        return file.message();
    }
}
