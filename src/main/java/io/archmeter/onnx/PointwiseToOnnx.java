package io.archmeter.onnx;

import io.archmeter.op.Pointwise;

final class PointwiseToOnnx implements Conversion<Pointwise> {
    @Override
    public void convert(Pointwise op, OnnxLayer layer) {
        String x = layer.input();
        layer.result(
                switch (op.function()) {
                    case ABS -> Call.of("Abs", x);
                    case COS -> Call.of("Cos", x);
                    case ERF -> Call.of("Erf", x);
                    case EXP -> Call.of("Exp", x);
                    case LOG -> Call.of("Log", x);
                    case NEG -> Call.of("Neg", x);
                    case RECIPROCAL -> Call.of("Reciprocal", x);
                    case RSQRT -> Call.of("Reciprocal", layer.step("root", Call.of("Sqrt", x)));
                    case SIN -> Call.of("Sin", x);
                    case SQRT -> Call.of("Sqrt", x);
                    case SQUARE -> Call.of("Mul", x, x);
                });
    }
}
