package io.archmeter.bench;

import ai.onnxruntime.OrtException;
import io.archmeter.Archmeter;
import io.archmeter.graph.Graph;
import io.archmeter.weights.SeededInput;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Time of a forward pass beside ONNX Runtime in the same process, with the same weights, input and number of threads; started by
 * {@code scripts/bench executor}. Standard output is CSV and nothing else.
 */
public final class ExecutorBench {
    private static final long SEED = 1;

    private final ExecutorOptions options;

    private ExecutorBench(ExecutorOptions options) {
        this.options = options;
    }

    public static void main(String[] args) throws IOException, OrtException, InterruptedException {
        ExecutorBench bench = new ExecutorBench(ExecutorOptions.parse(args));
        say("Java " + System.getProperty("java.runtime.version") + ", "
                + Runtime.getRuntime().availableProcessors() + " cores, Vector API "
                + (ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() ? "on" : "off") + ", convolution "
                + (bench.options.fast() ? "fast" : "direct"));
        switch (bench.options.what()) {
            case MODELS -> bench.models();
            case LAYERS -> bench.layers();
            case OPERATORS -> bench.operators();
        }
    }

    private void models() throws IOException, OrtException, InterruptedException {
        ExecutorTable table = new ExecutorTable(options);
        print("model,threads,archmeter_ms,onnxruntime_ms,ratio");
        for (String model : options.models()) {
            Graph graph = Archmeter.load(model).graph();
            for (int threads : options.threads()) {
                say(model + ", threads: " + threads);
                Race race = race(graph, threads);
                print(model + "," + threads + "," + times(race));
                table.add(model, race);
            }
        }
        if (options.page().isPresent()) {
            new SpeedPage(options.page().get()).write("executor", table.lines());
        }
    }

    /** Every distinct convolution and fully connected layer, alone. */
    private void layers() throws IOException, OrtException, InterruptedException {
        print(LayerShape.HEADER + ",threads,archmeter_ms,onnxruntime_ms,ratio,archmeter_gflops,onnxruntime_gflops");
        for (String model : options.models()) {
            for (LayerShape shape : LayerShape.of(Archmeter.load(model).graph())) {
                for (int threads : options.threads()) {
                    Graph alone = shape.alone();
                    say(model + " " + alone.name() + ", threads: " + threads);
                    Race race = race(alone, threads);
                    double flops = 2e-6 * executor(alone, threads).multiplyAdds();
                    print(String.join(
                            ",",
                            shape.row(),
                            String.valueOf(threads),
                            times(race),
                            decimal(flops / race.first(), 1),
                            decimal(flops / race.second(), 1)));
                }
            }
        }
    }

    private Race race(Graph graph, int threads) throws IOException, OrtException, InterruptedException {
        try (OnnxRuntime runtime = OnnxRuntime.of(graph, SEED, input(graph), threads)) {
            return Race.of(executor(graph, threads), runtime, threads, options.rounds());
        }
    }

    private Executor executor(Graph graph, int threads) {
        return new Executor(graph, SEED, input(graph), threads, options.fast());
    }

    private static float[] input(Graph graph) {
        return SeededInput.draw(SEED, Math.toIntExact(graph.input().elements()));
    }

    /** Where Archmeter's own time goes. */
    private void operators() throws InterruptedException {
        print("model,threads,operator,layers,archmeter_ms,share");
        for (String model : options.models()) {
            Graph graph = Archmeter.load(model).graph();
            for (int threads : options.threads()) {
                say(model + ", threads: " + threads);
                Executor executor = executor(graph, threads);
                List<LayerTimes.OfOperator> times = LayerTimes.of(executor.graph(), executor, options.rounds());
                double all = times.stream()
                        .mapToDouble(LayerTimes.OfOperator::millis)
                        .sum();
                for (LayerTimes.OfOperator time : times) {
                    print(String.join(
                            ",",
                            model,
                            String.valueOf(threads),
                            time.operator(),
                            String.valueOf(time.layers()),
                            decimal(time.millis(), 3),
                            decimal(time.millis() / all, 3)));
                }
            }
        }
    }

    private static String times(Race race) {
        return decimal(race.first(), 3) + "," + decimal(race.second(), 3) + "," + decimal(race.ratio(), 3);
    }

    private static String decimal(double number, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", number);
    }

    private static void print(String line) {
        System.out.println(line);
    }

    private static void say(String note) {
        System.err.println(note);
    }
}
