package io.archmeter.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.Model;
import io.archmeter.graph.DType;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Format;
import io.archmeter.report.writer.Written;
import io.archmeter.training.Optimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What is said of the memory of a convolution (2·1 weights and 2 biases), a relu in its place and a linear layer (3·32 and 3): 103
 * parameters, 412 bytes. Its input has 64 bytes, both maps 128, the output 12.
 */
class MemoryDocumentTest {
    private static final Model CHAIN = Network.on("chain", "three layers", 1, 1, 4, 4)
            .layer("conv", "conv", "channels", 2, "kernel", 1)
            .layer("relu", "relu")
            .layer("flatten", "flatten")
            .layer("linear", "linear", "features", 3)
            .model();

    private static Document document(boolean others) {
        return MemoryDocument.of(List.of(entry(CHAIN)), others);
    }

    private static MemoryDocument.Entry entry(Model model) {
        return new MemoryDocument.Entry(model.memory(DType.FLOAT32, Optimizer.SGD), Optional.empty());
    }

    private static Document limited(long bytes) {
        return MemoryDocument.of(
                List.of(new MemoryDocument.Entry(
                        CHAIN.memory(DType.FLOAT32, Optimizer.SGD),
                        Optional.of(CHAIN.largestBatches(DType.FLOAT32, Optimizer.SGD, bytes)))),
                false);
    }

    /** Forward most is held around conv or linear; backward at relu: 412 weights, 400 gradients, 192 kept and 2·128. */
    @Test
    void csvHasThreeColumnsAndBytes() {
        assertThat(Written.as(Format.CSV, document(false))).isEqualTo("""
                model,definition,bytes
                chain,weights,412
                chain,outputs,140
                chain,peak,192
                chain,arena,192
                chain,kept_for_backward,192
                chain,gradients,412
                chain,optimizer_state,0
                chain,training_total,1016
                chain,training_peak,1256
                """.replace("\n", "\r\n"));
    }

    /** The bytes are those of theLargestBatchesAreShownWithTheirBytes; of 1000 bytes training needs more for one sample. */
    @Test
    void csvHasTheLargestBatchesInRowsAndColumnsOfTheirOwn() {
        assertThat(Written.as(Format.CSV, limited(64 * 1024)))
                .startsWith("model,definition,bytes,batch,bytes_of_one_more\r\nchain,weights,412,,\r\n")
                .endsWith("""
                chain,training_peak,1256,,
                chain,largest_batch_inference,65500,339,65692
                chain,largest_batch_training,65320,144,65768
                """.replace("\n", "\r\n"));
        assertThat(Written.as(Format.CSV, limited(1000))).endsWith("\r\nchain,largest_batch_training,,0,1256\r\n");
        assertThat(Written.as(Format.TEXT, limited(1000))).doesNotContain("largest_batch");
        assertThat(Written.as(Format.JSON, limited(1000))).doesNotContain("largest_batch_");
    }

    /** conv and linear have 32 and 3 elements; conv, relu, flatten and linear 3·32 + 3; the input has 16. */
    @Test
    void otherDefinitionsAreRowsBehindThose() {
        assertThat(Written.as(Format.CSV, document(true)))
                .startsWith(Written.as(Format.CSV, document(false)))
                .endsWith("""
                chain,outputs_each,396
                chain,fvcore_activations,140
                chain,outputs_with_pools,140
                chain,lecture_memory,204
                chain,torchinfo_pass,280
                """.replace("\n", "\r\n"));
        assertThat(Written.as(Format.TEXT, document(true)))
                .contains(
                        "\noutputs               140 B        35  outputs of all layers, shared memory counted once\n")
                .contains("\npeak                  192 B            the most that inference needs at one time\n")
                .contains("\ntorchinfo_pass        280 B        70  torchinfo: outputs of weighted layers, twice\n")
                .contains("\ntorchinfo_pass: twice the outputs of layers with parameters, ");
        assertThat(Written.as(Format.JSON, document(true))).contains("""
                    }, {
                      "definition": "lecture_memory",
                      "bytes": 204,
                      "elements": 51,
                      "meaning": "outputs_with_pools and the input"
                    }, {
                """);
    }

    @Test
    void peopleSeeFiguresWitnessesAndCharts() {
        assertThat(Written.as(Format.TEXT, document(false))).isEqualTo("""
                memory of chain: three layers
                batch 1, dtype float32, optimizer sgd

                chain on 1×1×4×4
                definition          memory  what it is
                ─────────────────────────────────────────────────────────────────────────────
                weights              412 B  parameters and buffers, auxiliary heads included
                outputs              140 B  outputs of all layers, shared memory counted once
                peak                 192 B  the most that inference needs at one time
                arena                192 B  one buffer for all tensors of inference
                kept_for_backward    192 B  what autograd keeps for the backward pass
                gradients            412 B  derivatives of the loss by each parameter
                optimizer_state        0 B  what the optimizer keeps for each parameter
                training_total     1,016 B  weights + gradients + optimizer_state + kept
                training_peak      1.2 KiB  the most that training needs at one time

                peak: 192 B at conv (conv), step 1; to lower it, change the first of these
                tensor  memory  last reader
                ───────────────────────────
                conv     128 B  relu
                input     64 B  conv

                bytes that inference holds, step by step
                192 B     ████
                          ████
                          ████▃▃▃▃▃▃▃▃▇▇▇▇
                          ████████████████
                          ████████████████
                      ▅▅▅▅████████████████
                      ████████████████████
                  0 B ████████████████████
                      ────────────────────
                      forward
                          ^ conv

                training_peak: 1.2 KiB at backward of relu; to lower it, change the first of these
                tensor         memory  held as
                ──────────────────────────────────────────────────
                linear.weight   768 B  weights, parameter gradient
                relu            256 B  kept, gradient
                conv            128 B  gradient
                input            64 B  kept
                linear.bias      24 B  weights, parameter gradient
                conv.weight       8 B  weights
                conv.bias         8 B  weights

                bytes that an iteration of training holds, step by step
                1.2 KiB                      ▂▂▂▂▁▁▁▁████
                                             ████████████▄▄▄▄
                                             ████████████████ ▂▂▂▂
                                             ████████████████ ████
                            ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇ ████████████████ ████
                        ████████████████████ ████████████████ ████
                        ████████████████████ ████████████████ ████
                    0 B ████████████████████ ████████████████ ████
                        ──────────────────────────────────────────
                        forward              backward         update
                                                     ^ backward of relu

                inference: without auxiliary heads; where a layer can write over its input, it does
                training: with auxiliary heads, as PyTorch on a CPU; not counted are scratch memory of kernels and of the optimizer, and what an allocator rounds up
                """);
    }

    @Test
    void programsFindTheSame() {
        assertThat(Written.as(Format.JSON, document(false))).startsWith("""
                {
                  "archmeter": {
                    "document": "memory",
                    "version": 1
                  },
                  "batch": 1,
                  "dtype": "float32",
                  "optimizer": "sgd",
                  "models": [{
                    "model": "chain",
                    "title": "three layers",
                    "input": [1, 1, 4, 4],
                    "peak": {
                      "bytes": 192,
                      "step": 1,
                      "layer": "conv",
                      "live": [{
                        "tensor": "conv",
                        "bytes": 128,
                        "last_reader": "relu"
                      }, {
                        "tensor": "input",
                        "bytes": 64,
                        "last_reader": "conv"
                      }]
                    },
                    "training_peak": {
                      "bytes": 1256,
                      "phase": "backward",
                      "layer": "relu",
                      "held": [{
                        "tensor": "linear.weight",
                        "use": "weights",
                        "bytes": 384
                      }, {
                        "tensor": "linear.weight",
                        "use": "parameter_gradient",
                        "bytes": 384
                      }, {
                        "tensor": "relu",
                        "use": "kept",
                        "bytes": 128
                      }, {
                        "tensor": "relu",
                        "use": "gradient",
                        "bytes": 128
                      }, {
                        "tensor": "conv",
                        "use": "gradient",
                        "bytes": 128
                      }, {
                        "tensor": "input",
                        "use": "kept",
                        "bytes": 64
                      }, {
                        "tensor": "linear.bias",
                        "use": "weights",
                        "bytes": 12
                      }, {
                        "tensor": "linear.bias",
                        "use": "parameter_gradient",
                        "bytes": 12
                      }, {
                        "tensor": "conv.weight",
                        "use": "weights",
                        "bytes": 8
                      }, {
                        "tensor": "conv.bias",
                        "use": "weights",
                        "bytes": 8
                      }]
                    },
                    "live_bytes": {
                      "inference": [64, 192, 128, 128, 140],
                      "forward": [476, 604, 604, 604, 616],
                      "backward": [1140, 1128, 1256, 1016],
                      "update": [824]
                    },
                    "figures": [{
                      "definition": "weights",
                      "bytes": 412,
                      "meaning": "parameters and buffers, auxiliary heads included"
                    }, {
                """);
    }

    /** Inference needs 412 bytes of weights and 192 for each sample; training 808 and 448, at relu backward. */
    @Test
    void theLargestBatchesAreShownWithTheirBytes() {
        assertThat(Written.as(Format.TEXT, limited(64 * 1024)))
                .contains("dtype float32, optimizer sgd, limit 64.0 KiB\n")
                .contains("""

                largest batch within 64.0 KiB (65,536 bytes)
                for        batch   bytes  bytes with one more  counted
                ────────────────────────────────────────────────────────────────────────────
                inference    339  65,500               65,692  weights without heads + arena
                training     144  65,320               65,768  training_peak
                """);
        assertThat(Written.as(Format.JSON, limited(64 * 1024))).contains("""
                  "limit": 65536,
                  "models": [{
                    "model": "chain",
                    "title": "three layers",
                    "input": [1, 1, 4, 4],
                    "largest_batch": {
                      "inference": {
                        "batch": 339,
                        "bytes": 65500,
                        "bytes_of_one_more": 65692
                      },
                """);
    }

    @Test
    void whatDoesNotFitAtAllSaysSo() {
        assertThat(Written.as(Format.TEXT, limited(1000)))
                .contains("\ninference          3    988                1,180  weights without heads + arena\n")
                .contains("\ntraining   none fits                       1,256  training_peak\n");
        assertThat(Written.as(Format.JSON, limited(1000))).contains("""
                      "training": {
                        "batch": 0,
                        "bytes": null,
                        "bytes_of_one_more": 1256
                      }
                """);
    }

    @Test
    void markdownHasTablesAndChartsAsCode() {
        assertThat(Written.as(Format.MARKDOWN, document(false)))
                .startsWith("## memory of chain: three layers\n\nbatch 1, dtype float32, optimizer sgd\n")
                .contains("""

                ### chain on 1×1×4×4

                | definition | memory | what it is |
                | --- | ---: | --- |
                | weights | 412 B | parameters and buffers, auxiliary heads included |
                """)
                .contains("""

                peak: 192 B at conv (conv), step 1; to lower it, change the first of these

                | tensor | memory | last reader |
                | --- | ---: | --- |
                | conv | 128 B | relu |
                | input | 64 B | conv |

                bytes that inference holds, step by step

                ```text
                192 B     ████
                """)
                .contains("""
                      forward
                          ^ conv
                ```
                """);
    }

    @Test
    void severalModelsHaveASectionEach() {
        Document two = MemoryDocument.of(List.of(entry(CHAIN), entry(Network.tiny())), false);

        assertThat(Written.as(Format.TEXT, two))
                .startsWith("memory of 2 models\n")
                .contains("\nchain on 1×1×4×4\n", "\ntiny on 1×3×224×224\n");
        assertThat(Written.as(Format.CSV, two)).contains("\r\nchain,training_peak,1256\r\ntiny,weights,");
    }

    /** The smaller ones of a peak are one row. */
    @Test
    void onlyTheLargestTensorsAreNamed() {
        Network wide = Network.on("wide", "", 1, 1, 4, 4);
        List<Integer> maps = new ArrayList<>();
        for (int channels = 1; channels <= 10; channels++) {
            wide.layerOn(List.of(0), "map" + channels, "conv", "channels", channels, "kernel", 1);
            maps.add(channels);
        }
        wide.layerOn(maps, "all", "concat");

        // the input is gone; there are ten maps of 64 to 640 bytes, and their 55 channels; the last row is 1 + 2 + … +
        // 5 channels
        assertThat(Written.as(Format.TEXT, MemoryDocument.of(List.of(entry(wide.model())), false)))
                .contains("""
                peak: 6.9 KiB at all (concat), step 11; to lower it, change the first of these
                tensor     memory  last reader
                ──────────────────────────────
                all       3.4 KiB  (output)
                map10       640 B  all
                map9        576 B  all
                map8        512 B  all
                map7        448 B  all
                map6        384 B  all
                (5 more)    960 B
                """);
    }
}
