package io.archmeter.budget.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.archmeter.source.TextFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema as an editor uses it; that the shipped one is current, {@code GoldenReportsTest} holds. */
class ShippedBudgetSchemaTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(BudgetSchema.json(), InputFormat.JSON);

    private static List<Error> errors(String yaml) {
        return SCHEMA.validate(yaml, InputFormat.YAML);
    }

    private static String entry(String flow) {
        return "baseline: b.json\nbudgets:\n- {models: alexnet, " + flow + "}\n";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limits: {parameters: 25.6M, buffers: 25.6 M, multiply_adds: no more, receptive_field: no less}",
                "limits: {parameters: [25.6M, +2%, 100000, -5], depth: 50, layers: +3}",
                "limits: {weight_bytes: 100MiB, output_bytes: 1.5kB, peak_bytes: +1GiB, arena_bytes: 5}",
                "limits: {kept_for_backward_bytes: 1TB, training_total_bytes: -1.5%, training_peak_bytes: No more}",
                "modules: {layer4.*: {parameters: 15M, receptive_field: 3}}",
                "layers: {'*': {parameters: 30%, multiply_adds: [30%, no more]}}",
                "operators: {conv: {multiply_adds: +1%}, linear: {parameters: 5}}",
                "forbidden: lrn",
                "forbidden: [lrn, dropout], except: specs/*.yaml",
                "forbidden: lrn, batch: 32, input: [3, 224, 224], dtype: float16, training: true, optimizer: momentum",
                "warn: {limits: {parameters: 5M}}",
                "forbidden: lrn, warn: {forbidden: [lrn, dropout], layers: {'*': {parameters: 30%}}}",
                "warn: {operators: {conv: {parameters: 5}}, modules: {a: {parameters: no more}}}",
                "forbidden: lrn, set: {width: 0.5, depths: [2, [2]], block: basic, v1: false}",
            })
    void whatTheReaderTakesIsAccepted(String entry) {
        String yaml = entry(entry);

        assertThat(BudgetFile.read(TextFile.of("b.yaml", yaml.getBytes(StandardCharsets.UTF_8)))
                        .entries())
                .hasSize(1);
        assertThat(errors(yaml)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "batch: 2",
                "limits: {params: 5M}",
                "limits: {parameters: }",
                "limits: {parameters: []}",
                "limits: {parameters: 2%}",
                "limits: {parameters: 100MiB}",
                "limits: {parameters: '<= 5M'}",
                "limits: {parameters: 0.5}",
                "limits: {parameters: 5m}",
                "limits: {weight_bytes: 100M}",
                "limits: {weight_bytes: 100Mb}",
                "limits: {weight_bytes: 100KB}",
                "modules: {layer4: {arena_bytes: 1MiB}}",
                "modules: {layer4: 15M}",
                "operators: {conv: {receptive_field: 3}}",
                "operators: {fc: {parameters: 3}}",
                "forbidden: [dropuot]",
                "forbidden: lrn, batch: 0",
                "forbidden: lrn, input: 3x224x224",
                "forbidden: lrn, input: [3, 0]",
                "forbidden: lrn, dtype: half",
                "forbidden: lrn, optimizer: adm",
                "forbidden: lrn, training: 'yes'",
                "forbidden: lrn, set: [1]",
                "forbidden: lrn, exclude: vgg16",
                "warn: {}",
                "warn: 25M",
                "warn: {parameters: 25M}",
                "warn: {forbidden: lrn, batch: 2}",
            })
    void whatTheReaderWouldRefuseIsRefused(String entry) {
        assertThat(errors(entry(entry))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "baseline: b.json",
                "budgets: []",
                "budgets: [{forbidden: lrn}]",
                "budgets: [alexnet]",
                "baseline: b.yaml\nbudgets: [{models: a, forbidden: lrn}]",
                "basline: b.json\nbudgets: [{models: a, forbidden: lrn}]",
            })
    void aFileThatIsNoBudgetIsRefused(String yaml) {
        assertThat(errors(yaml)).isNotEmpty();
    }

    @Test
    void theSchemaSaysWhichItIs() {
        assertThat(BudgetSchema.json())
                .contains(
                        "\"$schema\": \"http://json-schema.org/draft-07/schema#\"", "\"title\": \"Archmeter budget\"");
    }
}
