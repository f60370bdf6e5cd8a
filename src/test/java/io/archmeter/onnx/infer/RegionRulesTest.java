package io.archmeter.onnx.infer;

import static io.archmeter.onnx.infer.WrittenRegions.body;
import static io.archmeter.onnx.infer.WrittenRegions.loop;
import static io.archmeter.onnx.infer.WrittenRegions.model;
import static io.archmeter.onnx.infer.WrittenRegions.node;
import static io.archmeter.onnx.infer.WrittenRegions.number;
import static io.archmeter.onnx.infer.WrittenRegions.region;
import static io.archmeter.onnx.infer.WrittenRegions.truth;
import static io.archmeter.onnx.infer.WrittenRegions.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.graph.UnknownException;
import io.archmeter.onnx.file.ModelFile;
import io.archmeter.onnx.file.Written;
import io.archmeter.onnx.model.OnnxModelReader;
import io.archmeter.op.ElementaryOperation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Regions that run once, again and again, or not at all. What is expected is arithmetic, or what ONNX's node tests of the same form have;
 * a product of 2×4 and 4×4 takes 2·4·4 = 32 multiply-adds.
 */
class RegionRulesTest {
    private static final Written PRODUCT = node("MatMul", "x w", "y");
    private static final Written AGAIN = node("Identity", "condition", "next");
    private static final Written AGAIN_X = node("Identity", "x", "same");

    /** Multiplies at each trip, and stacks what comes out. */
    private static final Written STACKING =
            body("trip condition x", "next y parts", AGAIN, PRODUCT, node("Identity", "y", "parts"));

    @TempDir
    private Path folder;

    @Test
    void aLoopRunsAsOftenAsItsNumberOfTripsSays() throws IOException {
        assertThat(of("x0:2x4 w:4x4", "y ys", number("trips", 5), loop("trips - x0", "y ys", STACKING)))
                .containsExactly("float32:2x4", "float32:5x2x4", "160");
    }

    @Test
    void aLoopOfManyTripsIsInferredForAllOfThem() throws IOException {
        assertThat(of("x0:2x4 w:4x4", "y ys", number("trips", 1000), loop("trips - x0", "y ys", STACKING)))
                .containsExactly("float32:2x4", "float32:1000x2x4", "32000");
    }

    @Test
    void eachTripIsKnownOfAFewAndNoneOfAnUnknownNumber() throws IOException {
        Written body = body("trip condition x", "next y", AGAIN, node("Concat", "x x", "y", whole("axis", 0)));
        assertThat(of("x0:2x4", "y", number("trips", 3), loop("trips - x0", "y", body)))
                .containsExactly("float32:16x4", "0");
        assertThat(of("trips:int64 x0:2x4", "y", loop("trips - x0", "y", body))).containsExactly("float32:?x4", "0");
    }

    @Test
    void anUnknownNumberOfTripsMakesAnUnknownNumberOfMultiplyAdds() throws IOException {
        assertThat(of("trips:int64 x0:2x4 w:4x4", "y ys", loop("trips - x0", "y ys", STACKING)))
                .containsExactly("float32:2x4", "float32:?x2x4", "?");
    }

    @Test
    void aLoopWithoutTripsGivesWhatItIsGiven() throws IOException {
        assertThat(of("x0:2x4 w:4x4", "y ys", number("trips", 0), loop("trips - x0", "y ys", STACKING)))
                .containsExactly("float32:2x4", "float32:0x2x4", "0");
    }

    @Test
    void aConditionThatIsKnownEndsALoop() throws IOException {
        // It holds after trips 0 and 1, and not after trip 2.
        Written body =
                body("trip condition x", "next y", number("most", 2), node("Less", "trip most", "next"), PRODUCT);
        assertThat(of("x0:2x4 w:4x4", "y", number("trips", 10), truth("begin"), loop("trips begin x0", "y", body)))
                .containsExactly("float32:2x4", "96");
    }

    @Test
    void aScanRunsAlongAnAxis() throws IOException {
        Written body =
                body("state part", "sum copy", node("Add", "state part", "sum"), node("Identity", "sum", "copy"));
        assertThat(of(
                        "start:2 x:2x3",
                        "y z",
                        node(
                                "Scan",
                                "start x",
                                "y z",
                                region("body", body),
                                whole("num_scan_inputs", 1),
                                whole("scan_input_axes", 1),
                                whole("scan_output_axes", -1))))
                .containsExactly("float32:2", "float32:2x3", "0");
    }

    /** The shapes of ONNX's node test {@code test_scan_sum}. */
    @Test
    void theFirstScanHadABatch() throws IOException {
        Written body =
                body("state part", "sum copy", node("Add", "state part", "sum"), node("Identity", "sum", "copy"));
        assertThat(at(
                        8,
                        "start:1x2 x:1x3x2",
                        "y z",
                        node("Scan", "- start x", "y z", region("body", body), whole("num_scan_inputs", 1))))
                .containsExactly("float32:1x2", "float32:1x3x2", "0");
    }

    @Test
    void oneOfTwoBranchesIsKnownAsFarAsTheyAreAlike() throws IOException {
        Written product = body("", "y", PRODUCT);
        Written copy = body("", "z", node("Identity", "x", "z"));
        Written transposed = body("", "z", node("Transpose", "x", "z"));
        Written flat = body("", "z", node("Size", "x", "n"), node("Identity", "w", "z"));
        assertThat(branches(product, body("", "y", PRODUCT))).containsExactly("float32:2x4", "32");
        assertThat(branches(product, copy)).containsExactly("float32:2x4", "?");
        assertThat(branches(copy, transposed)).containsExactly("float32:?x?", "0");
        assertThat(branches(copy, flat)).containsExactly("float32:?x4", "0");
        assertThat(branches(copy, body("", "z", node("Size", "x", "z")))).containsExactly("*", "0");
    }

    @Test
    void aBranchThatCannotRunIsNotTaken() throws IOException {
        Written refused = body("", "y", node("MatMul", "x x", "y"));
        assertThat(branches(refused, body("", "y", PRODUCT))).containsExactly("float32:2x4", "32");
    }

    @Test
    void aSequenceIsMappedElementByElement() throws IOException {
        Written body = body("x", "y", PRODUCT);
        assertThat(of(
                        "a:2x4 b:3x4 w:4x4",
                        "mapped",
                        node("SequenceConstruct", "a b", "all"),
                        node("SequenceMap", "all", "mapped", region("body", body))))
                .containsExactly("seq:2[float32:2x4;float32:3x4]", "80");
    }

    /** 20,000 sums of 2·4 elements, 1000 times; so deep a formula would not fit on a stack. */
    @Test
    void aLoopOfManyNodesIsCounted() throws IOException {
        Written body = longBody("trip condition x", "next y", AGAIN, 20_000);
        InferredModel loop = infer(21, "x0:2x4 w:4", "y", number("trips", 1000), loop("trips - x0", "y", body));
        assertThat(additions(loop)).isEqualTo(160_000_000);
        InferredModel unrolled = infer(21, "x0:2x4 w:4", "y", number("trips", 3), loop("trips - x0", "y", body));
        assertThat(additions(unrolled)).isEqualTo(480_000);
    }

    /** 20,000 sums of 2·4 elements, and as many of 3·4. */
    @Test
    void aMappedRegionOfManyNodesIsCounted() throws IOException {
        InferredModel mapped = infer(
                21,
                "a:2x4 b:3x4 w:4",
                "mapped",
                node("SequenceConstruct", "a b", "all"),
                node("SequenceMap", "all", "mapped", region("body", longBody("x", "y", AGAIN_X, 20_000))));
        assertThat(additions(mapped)).isEqualTo(400_000);
    }

    private static long additions(InferredModel model) {
        InferredNode last = model.nodes().get(model.nodes().size() - 1);
        return last.outcome().work().others().get(ElementaryOperation.ADD).value();
    }

    /** Adds {@code w} to {@code x} so many times. */
    private static Written longBody(String inputs, String outputs, Written first, int sums) {
        Written[] nodes = new Written[sums + 1];
        nodes[0] = first;
        for (int sum = 1; sum <= sums; sum++) {
            nodes[sum] = node("Add", (sum == 1 ? "x" : "y" + (sum - 1)) + " w", sum == sums ? "y" : "y" + sum);
        }
        return body(inputs, outputs, nodes);
    }

    private List<String> branches(Written then, Written otherwise) throws IOException {
        return of(
                "condition:bool x:2x4 w:4x4",
                "result",
                node("If", "condition", "result", region("then_branch", then), region("else_branch", otherwise)));
    }

    private List<String> of(String inputs, String outputs, Written... nodes) throws IOException {
        return at(21, inputs, outputs, nodes);
    }

    /** The outputs of a model, and the multiply-adds of its last node. */
    private List<String> at(long version, String inputs, String outputs, Written... nodes) throws IOException {
        InferredModel inferred = infer(version, inputs, outputs, nodes);
        List<String> found = new ArrayList<>();
        inferred.outputs()
                .forEach(value -> found.add(FactText.of(inferred.facts().get(value.number()), false)));
        found.add(multiplyAdds(inferred));
        return found;
    }

    private InferredModel infer(long version, String inputs, String outputs, Written... nodes) throws IOException {
        Written model = new Written()
                .number(1, 8)
                .message(7, body(inputs, outputs, nodes))
                .message(8, new Written().number(2, version));
        Path file = Files.write(folder.resolve("regions.onnx"), model.toBytes());
        return Inference.of(OnnxModelReader.read(ModelFile.read(file, "regions.onnx")), Bindings.NONE);
    }

    private static String multiplyAdds(InferredModel model) {
        InferredNode last = model.nodes().get(model.nodes().size() - 1);
        try {
            return String.valueOf(last.outcome().work().multiplyAdds().value());
        } catch (UnknownException notKnown) {
            return "?";
        }
    }
}
