package io.archmeter.verify;

import java.util.List;

/**
 * Where the elements of the weights came from that the layers took.
 *
 * @param fromFile whether the network brings elements of its own, as an ONNX file does; a spec has none
 * @param storedTensors how many tensors had the elements that the network brings
 * @param storedElements elements of these
 * @param drawn the names of those whose elements were drawn, in the order in which they were taken
 * @param drawnElements elements of these
 * @since 0.2.0
 */
public record WeightOrigins(
        boolean fromFile, int storedTensors, long storedElements, List<String> drawn, long drawnElements) {
    public WeightOrigins {
        drawn = List.copyOf(drawn);
    }
}
