package io.archmeter.onnx.network;

import static io.archmeter.onnx.infer.WrittenRegions.body;
import static io.archmeter.onnx.infer.WrittenRegions.loop;
import static io.archmeter.onnx.infer.WrittenRegions.model;
import static io.archmeter.onnx.infer.WrittenRegions.node;
import static io.archmeter.onnx.infer.WrittenRegions.number;
import static io.archmeter.onnx.infer.WrittenRegions.region;
import static io.archmeter.onnx.infer.WrittenRegions.truth;
import static io.archmeter.onnx.infer.WrittenRegions.whole;
import static io.archmeter.onnx.infer.WrittenRegions.wholes;
import static io.archmeter.onnx.infer.WrittenRegions.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.archmeter.Model;
import io.archmeter.onnx.file.ModelFile;
import io.archmeter.onnx.file.Written;
import io.archmeter.onnx.infer.Bindings;
import io.archmeter.onnx.infer.FollowedElement;
import io.archmeter.problem.ProblemException;
import io.archmeter.verify.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Regions run: each value is that of ONNX Runtime, and each count what was predicted. A product of 2×4 and 4×4 takes 2·4·4 = 32
 * multiply-adds.
 */
class RegionValuesTest {
    private static final Written PRODUCT = node("MatMul", "x w", "y");
    private static final Written AGAIN = node("Identity", "condition", "next");
    private static final Written NEGATIVE = node("Neg", "x", "y");

    @TempDir
    private Path folder;

    @Test
    void aLoopTakesValuesFromAroundIt() throws IOException {
        Written body =
                body("trip:int64 condition:bool x", "next y parts", AGAIN, PRODUCT, node("Identity", "y", "parts"));
        assertThat(multiplyAdds(
                        21,
                        body("x0:2x4 w:4x4", "y ys", number("trips", 5), loop("trips - x0", "y ys", body)),
                        Map.of()))
                .isEqualTo(160);
    }

    @Test
    void whatALoopCarriesMayGrow() throws IOException {
        Written body =
                body("trip:int64 condition:bool x", "next y", AGAIN, node("Concat", "x x", "y", whole("axis", 0)));
        assertThat(multiplyAdds(21, body("x0:2x4", "y", number("trips", 3), loop("trips - x0", "y", body)), Map.of()))
                .isZero();
    }

    @Test
    void aConditionEndsALoop() throws IOException {
        // It holds after trips 0 and 1, and not after trip 2.
        Written body = body(
                "trip:int64 condition:bool x", "next y", number("most", 2), node("Less", "trip most", "next"), PRODUCT);
        assertThat(multiplyAdds(
                        21,
                        body(
                                "x0:2x4 w:4x4",
                                "y",
                                number("trips", 10),
                                truth("begin"),
                                loop("trips begin x0", "y", body)),
                        Map.of()))
                .isEqualTo(96);
    }

    @Test
    void anInputSaysHowOftenALoopRuns() throws IOException {
        Written body = body("trip:int64 condition:bool x", "next y", AGAIN, PRODUCT);
        Written graph = body("x0:2x4 w:4x4 trips:int64", "y", loop("trips - x0", "y", body));
        assertThat(multiplyAdds(21, graph, Map.of("trips", List.of(FollowedElement.of(3)))))
                .isEqualTo(96);
    }

    @Test
    void aLoopThatDoesNotRunPutsOutNothing() throws IOException {
        Written body = body(
                "trip:int64 condition:bool x:2x4", "next y parts:2x4", AGAIN, PRODUCT, node("Identity", "y", "parts"));
        assertThat(multiplyAdds(
                        21,
                        body("x0:2x4 w:4x4", "y ys", number("trips", 0), loop("trips - x0", "y ys", body)),
                        Map.of()))
                .isZero();
    }

    /** Trips 0 and 1 multiply, trip 2 does not; the branches have constants of their own with one name. */
    @Test
    void aBranchInALoopIsTakenTripByTrip() throws IOException {
        float[] diagonal = {2, 0, 0, 0, 0, 3, 0, 0, 0, 0, 4, 0, 0, 0, 0, 5};
        Written then = with(body("", "y", PRODUCT), "w", List.of(4L, 4L), diagonal);
        Written otherwise = with(body("", "y", node("Add", "x w", "y")), "w", List.of(4L), 1, 2, 3, 4);
        Written body = body(
                "trip:int64 condition:bool x",
                "next y",
                AGAIN,
                number("some", 2),
                node("Less", "trip some", "few"),
                node("If", "few", "y", region("then_branch", then), region("else_branch", otherwise)));
        Written graph = body("x0:2x4", "y", number("trips", 3), loop("trips - x0", "y", body));
        assertThat(multiplyAdds(21, graph, Map.of())).isEqualTo(64);
    }

    @Test
    void theNumberOfATripMayBeAListOfOne() throws IOException {
        Written body = body(
                "trip:int64:1 condition:bool:1 x", "next y parts", AGAIN, NEGATIVE, node("Identity", "trip", "parts"));
        assertThat(multiplyAdds(
                        21, body("x0:2x4", "y ys", number("trips", 3), loop("trips - x0", "y ys", body)), Map.of()))
                .isZero();
    }

    @Test
    void aConstantThatIsComputedServesALoop() throws IOException {
        Written body = body("trip:int64 condition:bool x", "next y", AGAIN, PRODUCT);
        Written graph = body(
                "x0:2x2",
                "y",
                node("Transpose", "v", "w", wholes("perm", 1, 0)),
                number("trips", 2),
                loop("trips - x0", "y", body));
        assertThat(multiplyAdds(21, with(graph, "v", List.of(2L, 2L), 1, 2, 3, 4), Map.of()))
                .isEqualTo(16);
    }

    @Test
    void aScanRunsAlongAnAxisForthAndBack() throws IOException {
        Written body =
                body("state part", "sum copy", node("Add", "state part", "sum"), node("Identity", "sum", "copy"));
        for (long turned : new long[] {0, 1}) {
            Written scan = node(
                    "Scan",
                    "start x",
                    "y z",
                    region("body", body),
                    whole("num_scan_inputs", 1),
                    wholes("scan_input_axes", 1),
                    wholes("scan_input_directions", turned),
                    wholes("scan_output_axes", -1),
                    wholes("scan_output_directions", 1 - turned));
            assertThat(multiplyAdds(21, body("start:2 x:2x3", "y z", scan), Map.of()))
                    .isZero();
        }
    }

    @Test
    void aScanMultipliesAtEachPlace() throws IOException {
        Written body =
                body("state part", "sum copy", node("MatMul", "part w", "sum"), node("Add", "sum state", "copy"));
        Written scan = node("Scan", "start x", "y z", region("body", body), whole("num_scan_inputs", 1));
        // 3 places, each 2×4 times 4×4.
        assertThat(multiplyAdds(21, body("start:2x4 x:3x2x4 w:4x4", "y z", scan), Map.of()))
                .isEqualTo(96);
    }

    @Test
    void theFirstScanHadABatch() throws IOException {
        Written body =
                body("state part", "sum copy", node("Add", "state part", "sum"), node("Identity", "sum", "copy"));
        Written scan = node(
                "Scan", "- start x", "y z", region("body", body), whole("num_scan_inputs", 1), wholes("directions", 1));
        assertThat(multiplyAdds(8, body("start:2x2 x:2x3x2", "y z", scan), Map.of()))
                .isZero();
    }

    /** Samples of lengths 1 and 3 make 4 trips, of 1·2·2 multiply-adds each. */
    @Test
    void samplesOfABatchMayHaveDifferentLengths() throws IOException {
        Written body = body(
                "state part",
                "sum copy",
                node("MatMul", "part w", "product"),
                node("Add", "state product", "sum"),
                node("Identity", "sum", "copy"));
        Written scan = node("Scan", "lengths start x", "y z", region("body", body), whole("num_scan_inputs", 1));
        Written graph = body("start:2x1x2 x:2x3x1x2 w:2x2", "y z", scan)
                .message(
                        5,
                        new Written()
                                .number(1, 2)
                                .number(2, 7)
                                .text(8, "lengths")
                                .numbers(7, 1, 3));
        assertThat(multiplyAdds(8, graph, Map.of())).isEqualTo(16);
    }

    @Test
    void anInputDecidesWhichBranchRuns() throws IOException {
        Written graph = branches(body("", "y", PRODUCT), body("", "z", node("MatMul", "x v", "z")));
        assertThat(multiplyAdds(21, with(graph, "v", List.of(4L, 4L), new float[16]), Map.of()))
                .isEqualTo(32);
    }

    /** What is drawn lies between −1 and 1: eight such numbers are less than 9 together, and not more. */
    @Test
    void whatABranchMultipliesIsOneOfTwoCounts() throws IOException {
        for (String comparison : List.of("Less", "Greater")) {
            Written graph = with(
                    body(
                            "x:2x4 w:4x4",
                            "result",
                            node("ReduceSum", "x", "sum", whole("keepdims", 0)),
                            node(comparison, "sum nine", "few"),
                            node(
                                    "If",
                                    "few",
                                    "result",
                                    region("then_branch", body("", "y", PRODUCT)),
                                    region("else_branch", body("", "y", NEGATIVE)))),
                    "nine",
                    List.of(),
                    9);
            assertThat(multiplyAdds(21, graph, Map.of())).isEqualTo(comparison.equals("Less") ? 32 : 0);
        }
    }

    @Test
    void aWindowIsMadeOnEachTrip() throws IOException {
        Written body = body(
                "trip:int64 condition:bool x",
                "next y",
                AGAIN,
                number("size", 10),
                node("HannWindow", "size", "hann"),
                node("HammingWindow", "size", "hamming", whole("periodic", 0)),
                node("BlackmanWindow", "size", "blackman"),
                node("Sum", "x hann", "one"),
                node("Mul", "one hamming", "two"),
                node("Sub", "two blackman", "y"));
        assertThat(multiplyAdds(21, body("x0:10", "y", number("trips", 3), loop("trips - x0", "y", body)), Map.of()))
                .isZero();
    }

    /** How many boxes are left, and how many elements are not 0, is known when a branch runs. */
    @Test
    void extentsInABranchMayDependOnData() throws IOException {
        Written boxes = body(
                "",
                "y",
                number("most", 4),
                node("NonMaxSuppression", "boxes scores most third", "left"),
                node("Cast", "left", "real", whole("to", 1)),
                node("ReduceSum", "real", "y", whole("keepdims", 0)));
        Written places = body(
                "",
                "y",
                node("Relu", "scores", "some"),
                node("NonZero", "some", "left"),
                node("Cast", "left", "real", whole("to", 1)),
                node("ReduceSum", "real", "y", whole("keepdims", 0)));
        for (String comparison : List.of("Less", "Greater")) {
            Written graph = body(
                    "boxes:2x9x4 scores:2x3x9",
                    "result",
                    node("ReduceSum", "scores", "sum", whole("keepdims", 0)),
                    node(comparison, "sum many", "few"),
                    node("If", "few", "result", region("then_branch", boxes), region("else_branch", places)));
            assertThat(multiplyAdds(21, with(with(graph, "many", List.of(), 54), "third", List.of(), 0.3f), Map.of()))
                    .isZero();
        }
    }

    @Test
    void aBranchMayPutOutWhatItTakes() throws IOException {
        Written constant = with(body("", "v"), "v", List.of(2L, 4L), 1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(multiplyAdds(21, branches(constant, body("", "z", node("Neg", "x", "z"))), Map.of()))
                .isZero();
        assertThat(multiplyAdds(21, branches(body("", "y", node("Neg", "x", "y")), constant), Map.of()))
                .isZero();
    }

    @Test
    void aLoopThatDoesNotEndIsAProblem() throws IOException {
        Written body = body("trip:int64 condition:bool x", "condition x");
        byte[] bytes = model(21, body("x0:2x4", "y", truth("begin"), loop("- begin x0", "y", body)));
        Path file = Files.write(folder.resolve("endless.onnx"), bytes);
        Model model = new Model(OnnxNetwork.graph(ModelFile.read(file, "endless.onnx"), Bindings.NONE, false));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(model::verify)
                .satisfies(thrown -> assertThat(thrown.problems().get(0).code()).isEqualTo("unsuitable-elements"))
                .withMessageContaining("Loop has not ended after");
    }

    private static Written branches(Written then, Written otherwise) {
        return body(
                "condition:bool x:2x4 w:4x4",
                "result",
                node("If", "condition", "result", region("then_branch", then), region("else_branch", otherwise)));
    }

    /** Those of all layers, which were observed as predicted. */
    private long multiplyAdds(long version, Written graph, Map<String, List<FollowedElement>> said) throws IOException {
        byte[] bytes = model(version, graph);
        Bindings bindings = new Bindings(Map.of(), Map.of(), said, Optional.empty(), Optional.empty());
        Path file = Files.write(folder.resolve("regions.onnx"), bytes);
        ModelFile model = ModelFile.read(file, "regions.onnx");
        ValueComparison compared = ValueComparison.of(bytes, model, bindings);
        assertThat(compared.values()).isNotEmpty();
        assertThat(compared.differences()).isEmpty();
        Verification verification = new Model(OnnxNetwork.graph(model, bindings, false)).verify();
        assertThat(verification.declared()).isEmpty();
        assertThat(verification.layers())
                .allSatisfy(layer -> assertThat(layer.differences()).isEmpty());
        assertThat(verification.equal()).isTrue();
        return verification.totals().multiplyAdds().observed().orElseThrow();
    }
}
