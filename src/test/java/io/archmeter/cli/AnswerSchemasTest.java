package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.archmeter.manual.Manual;
import io.archmeter.report.answer.AnswerSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What commands answer in JSON has the keys that the published schemas have, each with values of that type, and no others. */
class AnswerSchemasTest {
    private static final Path FOLDER = Path.of("specs/answers");
    private static final Pattern DOCUMENT = Pattern.compile("^\\{\\s*\"archmeter\": \\{\\s*\"document\": \"(\\w+)\"");

    /** Of what somebody names, as conventions: only those who name some get it. */
    private static final String OTHERS = "\"additionalProperties\": \\{\\s*\"\\$ref\": \"#/definitions/amount\"\\s*\\}";

    private static final ConcurrentHashMap<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    /** One of each way to ask, and of each kind of network: unknown extents, several inputs, declared layers, files. */
    private static final String COMMANDS = """
            analyze lenet5
            analyze resnet50 --depth 1
            analyze lenet5 --only conv
            analyze resnet18 --sort parameters --top 2 --convention fvcore
            analyze specs/examples/detector.yaml
            analyze src/test/resources/readme/stereo.yaml
            analyze src/test/resources/readme/boxes.yaml
            analyze lenet5 --dtype int8
            analyze src/test/resources/onnx/trap_nms_data_dependent.onnx
            analyze src/test/resources/onnx/trap_quantized_gemm_and_table.onnx
            compare lenet5 src/test/resources/readme/boxes.yaml src/test/resources/readme/stereo.yaml
            compare resnet18 resnet34 --accuracy torchvision --convention fvcore
            compare lenet5 alexnet --by kind
            compare lenet5 alexnet --by layer --only conv
            compare src/test/resources/readme/boxes.yaml --by stage --convention fvcore
            memory lenet5 --limit 1MiB --definitions
            memory src/test/resources/readme/stereo.yaml src/test/resources/readme/boxes.yaml
            memory lenet5 --limit 1kB
            memory lenet5 --dtype int8
            explain lenet5
            explain src/test/resources/readme/boxes.yaml
            explain src/test/resources/onnx/trap_nms_data_dependent.onnx
            parameters lenet5
            parameters src/test/resources/onnx/trap_quantized_gemm_and_table.onnx
            inputs lenet5
            inputs src/test/resources/onnx/trap_dim_param_shared.onnx
            verify src/test/resources/readme/small.yaml
            verify lenet5 --fast
            verify src/test/resources/onnx/trap_loop_const_trip.onnx
            verify src/test/resources/onnx/trap_quantized_gemm_and_table.onnx
            diff resnet18 resnet34
            diff src/test/resources/readme/stereo.yaml lenet5
            diff lenet5 src/test/resources/readme/boxes.yaml
            diff specs/lenet.yaml specs/nin.yaml
            check src/test/resources/readme/project/archmeter-budget.yaml
            check src/test/resources/budgets/from-another-folder.yaml
            roofline lenet5 alexnet --device a100-40gb
            roofline resnet18 --device h100-sxm --dtype float16 --top 2
            roofline src/test/resources/readme/boxes.yaml
            roofline specs/examples/lstm_language_model.yaml
            grow lenet5 --over input,batch --fit multiply_adds=4M,peak_bytes=1MiB
            grow src/test/resources/readme/boxes.yaml --over batch
            sweep src/test/resources/readme/space.yaml
            reconcile lenet5 multiply_adds fvcore
            reconcile lenet5 fvcore 4.1G
            reconcile lenet5 4.1G
            conventions
            conventions fvcore
            devices
            devices a100-40gb
            list
            """;

    private static Schema schema(String document, boolean named) {
        return SCHEMAS.computeIfAbsent(
                document + named,
                key -> SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                        .getSchema(named ? AnswerSchemas.json(document) : strict(document), InputFormat.JSON));
    }

    /** The figures of a space and what is hidden go by their metrics' names; rows go by those of conventions alone. */
    private static String strict(String document) {
        boolean free = Set.of("sweep", "check").contains(document);
        return free
                ? AnswerSchemas.json(document)
                : AnswerSchemas.json(document).replaceAll(OTHERS, "\"additionalProperties\": false");
    }

    private static String documentOf(String json) {
        Matcher document = DOCUMENT.matcher(json);
        assertThat(document.find()).as(json).isTrue();
        return document.group(1);
    }

    private static void requireValid(String json, boolean named) {
        assertThat(schema(documentOf(json), named).validate(json, InputFormat.JSON))
                .extracting(Error::toString)
                .isEmpty();
    }

    private static String answer(String command) {
        Cli run = Cli.run((command + " --format json").split(" "));
        assertThat(run.out()).as(command + "\n" + run.err()).startsWith("{");
        return run.out();
    }

    static Stream<String> commands() {
        return COMMANDS.lines();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void answersAreAsTheirSchemaSays(String command) {
        boolean named = command.contains("--convention ") || command.contains("--only ");
        requireValid(answer(command), named);
    }

    @Test
    void theReportsThatAreKeptAreToo() throws IOException {
        requireValid(Files.readString(Path.of("reports/resnet50.json")), false);
    }

    @Test
    void thoseInTheManualAreToo() {
        assertThat(Manual.consoles().stream().filter(block -> block.contains("--format json\n")))
                .isNotEmpty()
                .allSatisfy(block -> requireValid(block.substring(block.indexOf('\n') + 1), false));
    }

    @Test
    void eachDocumentIsTriedAndHasASchemaThatIsPublished() throws IOException {
        Set<String> published;
        try (Stream<Path> files = Files.list(FOLDER)) {
            published = files.map(file -> file.getFileName().toString().replace(".schema.json", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        assertThat(published).containsExactlyElementsOf(AnswerSchemas.DOCUMENTS);
        Pattern made = Pattern.compile("new Document\\(\\s*\"(\\w+)\"");
        Set<String> written = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/io/archmeter/report"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                made.matcher(Files.readString(source)).results().forEach(found -> written.add(found.group(1)));
            }
        }
        assertThat(published).containsAll(written);
    }

    /** A key that nobody has described, and one that is gone. */
    @Test
    void anotherKeyIsSeen() {
        String json = answer("parameters lenet5");
        Schema schema = schema("parameters", false);
        assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(json.replaceFirst("\"elements\"", "\"numel\""), InputFormat.JSON))
                .hasSize(2);
        assertThat(schema.validate(json.replaceFirst("\"elements\": \\d+", "\"elements\": \"many\""), InputFormat.JSON))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"analyze", "verify"})
    void theCommandPrintsThem(String document) {
        Cli.run("schema", "--of", document).printsExactly(AnswerSchemas.json(document));
    }

    @Test
    void anUnknownDocumentIsRefused() {
        Cli.run("schema", "--of", "analyse")
                .refusesWith("[unknown-schema] there is no schema of 'analyse'\n    remedy: did you mean 'analyze'?");
        Cli.run("schema", "budget", "--of", "analyze").refusesWith("[surplus-option] --of is for answers");
    }
}
