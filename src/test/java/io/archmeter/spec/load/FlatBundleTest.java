package io.archmeter.spec.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.archmeter.graph.Graph;
import io.archmeter.graph.Shape;
import io.archmeter.load.LoadOptions;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Problems;
import io.archmeter.spec.Spec;
import io.archmeter.spec.expand.ModelInstantiation;
import io.archmeter.spec.flat.FlatFile;
import io.archmeter.spec.library.BundleIndex;
import io.archmeter.spec.library.BundledLibrary;
import io.archmeter.spec.parse.SpecParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bundled models as the build flattens them, beside the same models as their specs are read. */
class FlatBundleTest {
    static Collection<String> models() {
        return BundleIndex.names();
    }

    private static LoadOptions batch(long batch) {
        return new LoadOptions(batch, Optional.empty(), Map.of());
    }

    private static Graph fromSpec(String model, LoadOptions options) {
        Problems problems = new Problems();
        Spec spec = SpecParser.parse(BundleIndex.fileOf(model).orElseThrow(), new BundledLibrary(), problems);
        return ModelInstantiation.graph(spec, Optional.of(model), options, problems);
    }

    /** Names, titles, attributes, shapes, wiring and the places in which all of it is written. */
    @ParameterizedTest
    @MethodSource("models")
    void aFlatModelIsThatOfItsSpec(String model) {
        assertThat(FlatBundle.graph(model, batch(1))).contains(fromSpec(model, batch(1)));
        assertThat(FlatBundle.graph(model, batch(3))).contains(fromSpec(model, batch(3)));
    }

    @Test
    void theBuildWritesWhatIsLoaded(@TempDir Path folder) throws IOException {
        FlattenBundle.write(folder);

        for (String model : models()) {
            byte[] written =
                    Files.readAllBytes(folder.resolve(FlatBundle.FOLDER).resolve(model));
            assertThat(FlatFile.of(written).orElseThrow().bytes()).isEqualTo(written);
            assertThat(resource(FlatBundle.FOLDER + model)).as(model).isEqualTo(written);
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream stream = FlatBundle.class.getResourceAsStream("/" + name)) {
            return stream.readAllBytes();
        }
    }

    @Test
    void aFileOfAnotherVersionIsNone() {
        byte[] bytes = FlattenBundle.flat("alexnet").bytes();
        bytes[0]++;

        assertThat(FlatFile.of(bytes)).isEmpty();
    }

    @Test
    void aSpecThatHasChangedIsRead() {
        Map<String, Long> sums = FlattenBundle.flat("googlenet").sums();
        Map<String, Long> changed = new LinkedHashMap<>(sums);
        changed.replace("blocks/basic_conv.yaml", 1L);

        assertThat(FlatBundle.isCurrent(sums)).isTrue();
        assertThat(FlatBundle.isCurrent(changed)).isFalse();
    }

    /** 3·224·224 = 150,528 elements a sample: 2^63 are reached at 61,273,465,518,946 samples. */
    @Test
    void aBatchThatCannotBeCountedIsToldAtItsPlace() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> SpecLoader.load("vgg16", batch(61_273_465_518_946L)))
                .withMessageStartingWith("archmeter:vgg.yaml:5:8: error: [overflow] ");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> SpecLoader.load("vgg16", batch(10_000_000_000_000L)))
                .withMessageStartingWith("archmeter:vgg.yaml:27:15: error: [overflow] features.0: ");
    }

    @Test
    void anotherInputAndOtherParamsAreForTheSpec() {
        LoadOptions input = new LoadOptions(1, Optional.of(Shape.of(3, 256, 256)), Map.of());
        LoadOptions set = new LoadOptions(1, Optional.empty(), Map.of("pointwise", "true"));

        assertThat(FlatBundle.graph("vgg16", input)).isEmpty();
        assertThat(FlatBundle.graph("vgg16", set)).isEmpty();
        assertThat(SpecLoader.load("vgg16", input).input()).isEqualTo(Shape.of(1, 3, 256, 256));
        assertThat(SpecLoader.load("vgg16", set).nodes())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("place")
                .isEqualTo(SpecLoader.load("vgg16_c", LoadOptions.DEFAULT).nodes());
    }
}
