package io.archmeter.op;

/** What a pool does with the rest, when its windows do not divide the input evenly. */
public enum Rounding {
    /** The rest is left out (PyTorch's and ONNX's default). */
    FLOOR,
    /** One more window, unless it would begin after the input and its leading padding (PyTorch, ONNX {@code ceil_mode}). */
    CEIL,
    /** As CEIL, but where no axis is padded the last window is never taken away (Caffe, {@code pooling_layer.cpp}). */
    CAFFE;

    static Rounding named(String word) {
        return switch (word) {
            case "true" -> CEIL;
            case "caffe" -> CAFFE;
            default -> FLOOR;
        };
    }

    /** As it would be written in a spec. */
    @Override
    public String toString() {
        return switch (this) {
            case FLOOR -> "false";
            case CEIL -> "true";
            case CAFFE -> "caffe";
        };
    }
}
