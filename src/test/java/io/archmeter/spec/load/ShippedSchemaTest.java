package io.archmeter.spec.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema as an editor uses it; that the shipped one is current, {@code GoldenReportsTest} holds. */
class ShippedSchemaTest {
    private static final Path SPECS = Path.of("specs");

    private static final List<Path> NO_SPECS =
            Stream.of("conventions", "devices", "spaces").map(SPECS::resolve).toList();

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(SpecSchema.json(), InputFormat.JSON);

    static List<Path> specs() throws IOException {
        try (Stream<Path> files = Files.walk(SPECS)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> NO_SPECS.stream().noneMatch(file::startsWith))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    void everyShippedSpecIsAccepted(Path spec) throws IOException {
        assertThat(errors(Files.readString(spec))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("specs")
    void everyShippedSpecPointsToTheSchema(Path spec) throws IOException {
        String up = "../".repeat(SPECS.relativize(spec).getNameCount() - 1);

        assertThat(Files.readAllLines(spec).get(0))
                .isEqualTo("# yaml-language-server: $schema=" + up + "archmeter.schema.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lyers: [relu]",
                "layers: [{conv: 64, kernal: 3}]",
                "layers: [{conv: 64}]",
                "layers: [{conv: -64, kernel: 3}]",
                "layers: [{conv: 64, kernel: wide}]",
                "layers: [{maxpool: 2, ceil_mode: cafe}]",
                "layers: [{linear: 10, bias: maybe}]",
                "layers: [{relu: 1}]",
                "layers: [{branches: [relu, relu]}]",
                "layers: [{branches: [relu, relu], join: concta}]",
                "layers: [{residual: [relu], shortcuts: [relu]}]",
                "layers: [{repeat: -1, relu: }]",
                "layers: relu",
                "blocks: {b: {params: {a: 1}}}",
                "input: 224",
            })
    void whatTheLoaderWouldRefuseByItsKeysIsRefused(String spec) {
        assertThat(errors(spec)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "layers: [relu, {linear: 10}, {linear: , features: 10}, my_block, {my_block: 3, of: [1, 2]}]",
                "layers: {a: [relu, relu], b: {layers: {c: relu}}, 'd{i}': {repeat: 3, relu: }}",
                "layers: [{conv: =width, kernel: [1, =k], padding: same, when: =on, name: c1, from: [a, input]}]",
                "layers: [{for: {x: [1, 2], y: =list}, residual: [relu], shortcut: []}]",
                "layers: [{=block: 64, stride: 2}]",
                "layers: [{branches: {a: relu, b: [relu]}, join: concat, axis: -1}]",
                "variants: {a: , b: {width: 2, title: two}}",
            })
    void whatTheLoaderTakesIsAccepted(String spec) {
        assertThat(errors(spec)).isEmpty();
    }

    @Test
    void theSchemaSaysWhichItIs() {
        assertThat(SpecSchema.json()).contains("\"$schema\": \"http://json-schema.org/draft-07/schema#\"");
    }

    private static List<Error> errors(String yaml) {
        return SCHEMA.validate(yaml, InputFormat.YAML);
    }
}
