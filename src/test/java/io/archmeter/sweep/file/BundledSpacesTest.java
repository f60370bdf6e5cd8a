package io.archmeter.sweep.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.archmeter.Archmeter;
import io.archmeter.sweep.Outcome;
import io.archmeter.sweep.PointText;
import io.archmeter.sweep.Row;
import io.archmeter.sweep.Sample;
import io.archmeter.sweep.Sweep;
import io.archmeter.sweep.SweepRun;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The spaces that come with the tool. */
class BundledSpacesTest {
    private static String path(String name) {
        return "specs/spaces/" + name + ".yaml";
    }

    /**
     * NAS-Bench-201: 5 operations on 6 edges. once-for-all: Cai et al. 2020, arXiv:1908.09791, section 3.2, ≈ 2·10¹⁹. RegNetX: 60·31·2471·1501·6.
     * EfficientNet: 21·11·11. ResNet: 7·(2·5·9·2).
     */
    @ParameterizedTest
    @CsvSource({
        "nas_bench_201, 15625",
        "once_for_all, 21758655492572485851",
        "regnet_x, 41392116360",
        "efficientnet, 2541",
        "resnet, 1260"
    })
    void thereAreSoManyPoints(String name, String points) {
        assertThat(Spaces.names()).contains(name);
        Sweep sweep = SpaceFile.read(path(name), Optional.of(new Sample(4, 1)));
        assertThat(sweep.space().size()).isEqualTo(points);
        List<Row> rows = new ArrayList<>();
        new SweepRun(sweep).run(BigInteger.ZERO, 0, 1, rows::addAll);
        assertThat(rows.stream().filter(Row::isNetwork)).hasSize(4);
    }

    /**
     * The parameters that the authors print (github.com/D-X-Y/AutoDL-Projects, NAS-Bench-201): 1.531546 MB and 0.802426 MB. Multiply-adds by hand: a
     * 3×3 convolution of a cell has 2,359,296 in each stage; 90 of them, the stem's 442,368, the reductions' 2·3,670,016 and 640 come to 220,119,680.
     * The longest way passes the stem, three convolutions of each of 15 cells, two of each reduction, and the linear layer: 1 + 45 + 4 + 1 = 51.
     */
    @Test
    void cellsOfNasBench201HaveThePublishedParameters() {
        Sweep sweep = SpaceFile.read(path("nas_bench_201"), Optional.empty());
        // In base 5: none 0, skip_connect 1, nor_conv_1x1 2, nor_conv_3x3 3, avg_pool_3x3 4; the edges are 01, 02, 12,
        // 03, 13, 23.
        assertThat(figures(sweep, "333333")).isEqualTo("[1531546, 220119680, 51]");
        Row published = row(sweep, "103433");
        assertThat(PointText.name(published.point(), sweep.space()))
                .isEqualTo("edges=[skip_connect, none, nor_conv_3x3, avg_pool_3x3, nor_conv_3x3, nor_conv_3x3]");
        assertThat(figures(sweep, "103433")).startsWith("[802426, ");
    }

    private static Row row(Sweep sweep, String digits) {
        BigInteger index = new BigInteger(digits, 5);
        return new SweepRun(sweep).rows(index, index.add(BigInteger.ONE)).get(0);
    }

    private static String figures(Sweep sweep, String digits) {
        return ((Outcome.Measured) row(sweep, digits).outcome())
                .figures().stream()
                        .map(figure -> figure.orElseThrow().atLeast())
                        .toList()
                        .toString();
    }

    @Test
    void eachFileIsListedAndItsSchemaAcceptsIt() throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(SpaceSchema.json(), InputFormat.JSON);
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("specs/spaces"))) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".yaml")).toList()) {
                names.add(file.getFileName().toString().replace(".yaml", ""));
                String text = Files.readString(file);
                assertThat(text).startsWith("# yaml-language-server: $schema=../archmeter-space.schema.json\n");
                assertThat(schema.validate(text, InputFormat.YAML)).isEmpty();
            }
        }
        assertThat(Spaces.names()).containsExactlyInAnyOrderElementsOf(names);
        assertThat(schema.validate("{spec: a.yaml, params: {width: {form: 1, to: 2}}}", InputFormat.YAML))
                .isNotEmpty();
        assertThat(schema.validate("{spec: a.yaml, minimize: macs}", InputFormat.YAML))
                .isNotEmpty();
    }

    /** A bundled space finds its spec among what comes with the tool. */
    @Test
    void aSpaceIsFoundByItsName() {
        assertThat(Spaces.find("nas_bench_201", Optional.empty()).space().size())
                .isEqualTo(15_625);
    }

    /** The five numbers of RegNetX-400MF in pycls lead to torchvision's model, and scaling by 1 to EfficientNet-B0. */
    @ParameterizedTest
    @CsvSource({"regnet_x_space, regnet_x_400mf", "efficientnet_scaling, efficientnet_b0"})
    void specsOfSpacesMakeTheKnownNetworks(String spec, String model) {
        assertThat(Archmeter.load("specs/studies/" + spec + ".yaml").analyze().total())
                .isEqualTo(Archmeter.load(model).analyze().total());
    }
}
