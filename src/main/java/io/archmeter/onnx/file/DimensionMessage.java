package io.archmeter.onnx.file;

import java.util.OptionalLong;

/**
 * {@code TensorShapeProto.Dimension}: one axis of a declared shape.
 *
 * @param parameter the name of an extent that the file leaves open, {@code dim_param}; may be empty
 */
public record DimensionMessage(OptionalLong value, String parameter) {}
