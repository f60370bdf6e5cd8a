package io.archmeter.convention.file;

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

/** The conventions that come with the tool, and their schema as an editor uses it. */
class ShippedConventionsTest {
    private static final Path FOLDER = Path.of("specs/conventions");

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(ConventionSchema.json(), InputFormat.JSON);

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void eachFileIsListed() throws IOException {
        assertThat(Conventions.names())
                .containsExactlyInAnyOrderElementsOf(files().stream()
                        .map(file -> file.getFileName().toString().replace(".yaml", ""))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("files")
    void eachPointsToTheSchemaWhichAcceptsIt(Path file) throws IOException {
        assertThat(Files.readAllLines(file).get(0))
                .isEqualTo("# yaml-language-server: $schema=../archmeter-convention.schema.json");
        assertThat(errors(Files.readString(file))).isEmpty();
    }

    /** A figure that nobody can look up convinces nobody. */
    @ParameterizedTest
    @MethodSource("files")
    void eachSaysWhereItsRulesStand(Path file) {
        var convention = Conventions.find(file.toString());

        assertThat(file).hasFileName(convention.name() + ".yaml");
        assertThat(convention.title()).isNotBlank();
        assertThat(convention.source()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{convention: a, multiply_add: 3, others: 0}",
                "{convention: a, others: 0}",
                "{convention: a, multiply_add: 1, operators: {conf: 0}}",
                "{convention: a, multiply_add: 1, operators: {conv: {product: 0}}}",
                "{convention: a, multiply_add: 1, operators: {conv: many}}",
                "{convention: a, multiply_add: 1, other: 0}",
            })
    void whatTheReaderWouldRefuseIsRefused(String convention) {
        assertThat(errors(convention)).isNotEmpty();
    }

    private static List<Error> errors(String yaml) {
        return SCHEMA.validate(yaml, InputFormat.YAML);
    }
}
