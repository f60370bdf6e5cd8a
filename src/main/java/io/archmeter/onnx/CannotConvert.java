package io.archmeter.onnx;

/** What a conversion says to a layer that ONNX has no faithful form for. Where the layer stands is added by its caller. */
final class CannotConvert extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    CannotConvert(String fact, String remedy) {
        super(fact);
        this.remedy = remedy;
    }

    String fact() {
        return getMessage();
    }

    String remedy() {
        return remedy;
    }
}
