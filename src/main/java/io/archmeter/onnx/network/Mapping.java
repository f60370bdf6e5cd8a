package io.archmeter.onnx.network;

import java.util.Optional;

/** From a node of ONNX to an operator of the catalogue, where that one says exactly the same. */
@FunctionalInterface
interface Mapping {
    Optional<Mapped> of(MappingCall call);
}
