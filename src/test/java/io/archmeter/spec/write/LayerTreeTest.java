package io.archmeter.spec.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.WrittenModel;
import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** How layers stand below the names of their modules. */
class LayerTreeTest {
    private static String written(String spec) throws IOException {
        StringWriter out = new StringWriter();
        WrittenModel.of(spec).spec("x", "").writeYaml(out);
        return out.toString().substring(out.toString().indexOf("layers:"));
    }

    @Test
    void layersThatFollowEachOtherAreAGroup() throws IOException {
        assertThat(written("""
                input: [4, 8, 8]
                layers:
                  a.b.conv: {conv: 4, kernel: 3, padding: [1, 1]}
                  a.b.relu: relu
                  a.c.0: {maxpool: 2, stride: 2}
                  a.c.1: {maxpool: 2, stride: 1, padding: 1}
                  sum: {add: , from: [a.c.1, a.c.1]}
                """)).isEqualTo("""
                layers:
                  a:
                    b:
                      conv: {conv: 4, kernel: 3, padding: 1}
                      relu: relu
                    c:
                      - {maxpool: 2}
                      - {maxpool: 2, stride: 1, padding: 1}
                  sum: {add: , from: [a.c.1, a.c.1]}
                """);
    }

    @Test
    void aModuleThatIsInterruptedHasItsNamesWrittenOut() throws IOException {
        assertThat(written("""
                input: [4]
                layers:
                  a.x: relu
                  b: tanh
                  a.y: {add: , from: [a.x, b]}
                  b.more: sigmoid
                """)).isEqualTo("""
                layers:
                  a.x: relu
                  b: tanh
                  a.y: {add: , from: [a.x, b]}
                  b.more: sigmoid
                """);
    }

    /** A name means what is nearest. */
    @Test
    void aLayerIsNamedSoThatNoOtherIsMeant() throws IOException {
        assertThat(written("""
                input: [4]
                layers:
                  x: relu
                  m.x: tanh
                  m.y: {add: , from: [m.x, input]}
                  m.z: {add: , from: [m.y, m.x]}
                  end: {add: , from: [x, m.z]}
                """)).isEqualTo("""
                layers:
                  x: relu
                  m:
                    x: tanh
                    y: {add: , from: [x, input]}
                    z: {add: , from: [y, x]}
                  end: {add: , from: [x, m.z]}
                """);
    }

    @Test
    void whatCouldBeReadAsAnOperatorStandsBelowLayers() throws IOException {
        assertThat(written("""
                input: [4]
                layers:
                  residual.a: relu
                  residual.b: tanh
                  m.from: relu
                  m.b: tanh
                """)).isEqualTo("""
                layers:
                  residual:
                    layers:
                      a: relu
                      b: tanh
                  m:
                    layers:
                      from: relu
                      b: tanh
                """);
    }
}
