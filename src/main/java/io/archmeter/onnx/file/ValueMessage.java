package io.archmeter.onnx.file;

import java.util.Optional;

/** {@code ValueInfoProto}: a value with the type that the file declares for it. */
public record ValueMessage(String name, Optional<TypeMessage> type) {}
