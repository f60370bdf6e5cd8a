package io.archmeter.onnx.file;

/** {@code OperatorSetIdProto}: the version of a domain's operators; the empty domain is {@code ai.onnx}. */
public record OpsetMessage(String domain, long version) {}
