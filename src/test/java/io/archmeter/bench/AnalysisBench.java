package io.archmeter.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Processor time and allocated bytes of questions to a loaded model in a warm JVM, beside another build where one is given; started by
 * {@code scripts/bench analysis}. Standard output is CSV and nothing else.
 */
public final class AnalysisBench {
    private static final String USAGE =
            "usage: scripts/bench analysis [QUESTION ...] [--model NAME] [--beside JAR] [--rounds N]";
    private static final List<String> QUESTIONS = List.of("analyze", "again", "explain", "memory", "limit", "load");

    /** The compiler waits for nobody else's program, so that all is compiled when the measurement begins. */
    private static final String COMPILED_AT_ONCE = "-Xbatch";

    private static final TimeValue ITERATION = TimeValue.milliseconds(250);

    private final List<String> questions = new ArrayList<>();
    private final List<String> builds = new ArrayList<>(List.of(AnalysisBenchmark.THIS));
    private String model = "resnet50";
    private int rounds = 3;

    private AnalysisBench(List<String> args) {
        for (int i = 0; i < args.size(); i++) {
            switch (args.get(i)) {
                case "--model" -> model = value(args, ++i);
                case "--beside" -> builds.add(0, value(args, ++i));
                case "--rounds" -> rounds = Integer.parseInt(value(args, ++i));
                default -> questions.add(question(args.get(i)));
            }
        }
    }

    private static String value(List<String> args, int i) {
        if (i == args.size()) {
            throw new IllegalArgumentException(args.get(i - 1) + " needs a value\n" + USAGE);
        }
        return args.get(i);
    }

    private static String question(String word) {
        if (!QUESTIONS.contains(word)) {
            throw new IllegalArgumentException("no such question: " + word + "; there are " + QUESTIONS + "\n" + USAGE);
        }
        return word;
    }

    public static void main(String[] args) throws RunnerException {
        new AnalysisBench(Arrays.asList(args)).run();
    }

    private void run() throws RunnerException {
        System.out.println("question,build,us,us_to_first,kb,kb_to_first");
        for (String question : questions.isEmpty() ? QUESTIONS : questions) {
            Map<String, List<RunResult>> byBuild = new LinkedHashMap<>();
            for (int round = 0; round < rounds; round++) {
                for (String build : builds) {
                    byBuild.computeIfAbsent(build, newcomer -> new ArrayList<>())
                            .addAll(asked(question, build));
                }
            }
            print(question, byBuild);
        }
    }

    private Collection<RunResult> asked(String question, String build) throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .include(AnalysisBenchmark.class.getName())
                        .param("model", model)
                        .param("question", question)
                        .param("build", build)
                        .forks(1)
                        .jvmArgsAppend(COMPILED_AT_ONCE)
                        .warmupIterations(4)
                        .warmupTime(ITERATION)
                        .measurementIterations(12)
                        .measurementTime(ITERATION)
                        .addProfiler(GCProfiler.class)
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
    }

    private static void print(String question, Map<String, List<RunResult>> byBuild) {
        double firstTime = Double.NaN;
        double firstBytes = Double.NaN;
        for (Map.Entry<String, List<RunResult>> build : byBuild.entrySet()) {
            double time = median(build.getValue(), "nanoseconds") / 1e3;
            double bytes = median(build.getValue(), "gc.alloc.rate.norm") / 1e3;
            firstTime = Double.isNaN(firstTime) ? time : firstTime;
            firstBytes = Double.isNaN(firstBytes) ? bytes : firstBytes;
            System.out.println(String.join(
                    ",",
                    question,
                    build.getKey(),
                    decimal(time),
                    decimal(time / firstTime),
                    decimal(bytes),
                    decimal(bytes / firstBytes)));
        }
    }

    /** Of all iterations in all JVMs: some of them met a collection of garbage, or a busy machine. */
    private static double median(List<RunResult> results, String figure) {
        double[] sorted = results.stream()
                .flatMap(result -> result.getBenchmarkResults().stream())
                .flatMap(result -> result.getIterationResults().stream())
                .flatMapToDouble(iteration -> DoubleStream.of(
                        iteration.getSecondaryResults().get(figure).getScore()))
                .sorted()
                .toArray();
        return sorted[sorted.length / 2];
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.3f", number);
    }
}
