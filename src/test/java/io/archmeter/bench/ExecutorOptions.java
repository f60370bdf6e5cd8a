package io.archmeter.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is to be measured.
 *
 * @param fast whether convolutions may multiply less often than their definition says
 */
record ExecutorOptions(What what, List<String> models, List<Integer> threads, int rounds, boolean fast) {
    private static final List<String> MODELS = List.of("alexnet", "vgg16", "googlenet", "resnet50", "squeezenet1_1");
    private static final String USAGE =
            "usage: scripts/bench executor [MODEL ...] [--layers | --operators] [--threads N,N]"
                    + " [--rounds N] [--direct | --fast] [--plain]";

    enum What {
        MODELS,
        LAYERS,
        OPERATORS
    }

    static ExecutorOptions parse(String[] args) {
        What what = What.MODELS;
        List<String> models = new ArrayList<>();
        int cores = Runtime.getRuntime().availableProcessors();
        List<Integer> threads = Stream.of(1, cores).distinct().toList();
        int rounds = 31;
        boolean fast = true;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--layers" -> what = What.LAYERS;
                case "--operators" -> what = What.OPERATORS;
                case "--direct" -> fast = false;
                case "--fast" -> fast = true;
                case "--rounds" -> rounds = count(args, ++i);
                case "--threads" ->
                    threads = Stream.of(value(args, ++i).split(","))
                            .map(Integer::valueOf)
                            .toList();
                default -> {
                    if (args[i].startsWith("-")) {
                        throw new IllegalArgumentException("no such option: " + args[i] + "\n" + USAGE);
                    }
                    models.add(args[i]);
                }
            }
        }
        return new ExecutorOptions(what, models.isEmpty() ? MODELS : models, threads, rounds, fast);
    }

    private static int count(String[] args, int i) {
        return Integer.parseInt(value(args, i));
    }

    private static String value(String[] args, int i) {
        if (i == args.length) {
            throw new IllegalArgumentException(args[i - 1] + " needs a value\n" + USAGE);
        }
        return args[i];
    }
}
