package io.archmeter.cli;

import io.archmeter.graph.Shape;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import io.archmeter.spec.SampleShape;
import picocli.CommandLine.ITypeConverter;

/** The shape of one sample as it is written on a command line: {@code 3x227x227}, or as in a spec. */
final class InputShape implements ITypeConverter<Shape> {
    @Override
    public Shape convert(String text) {
        Problems problems = new Problems();
        return SampleShape.parse(text, Span.of("--input"), problems)
                .orElseThrow(() -> new RefusedValue(problems.sorted().get(0)));
    }
}
