package io.archmeter.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Wall and CPU time of whole commands, as a person at a terminal waits for them; a program of one file, started by {@code
 * scripts/bench}. The commands take turns within a round, so that a slow moment of the machine meets them all; the first
 * round builds what is not built, warms the disk and is not counted.
 */
public final class Bench {
    private static final Path NOWHERE = Path.of(onWindows() ? "NUL" : "/dev/null");
    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));
    private static final Path STAT = Path.of("/proc/self/stat");
    private static final int SLOW_ROUNDS = 5;

    private final Path temp;
    private final String launcher;

    private Bench(Path root, Path temp) {
        this.temp = temp;
        launcher = root.resolve("scripts")
                .resolve(onWindows() ? "archmeter.cmd" : "archmeter")
                .toString();
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length != 1 && !(args.length == 3 && args[1].equals("--rounds"))) {
            System.err.println("usage: scripts/bench [--rounds N]");
            System.exit(2);
        }
        int rounds = args.length == 3 ? Integer.parseInt(args[2]) : 15;
        Path temp = Files.createTempDirectory("archmeter-bench");
        try {
            new Bench(Path.of(args[0]), temp).run(rounds);
        } finally {
            delete(temp);
        }
    }

    private void run(int rounds) throws IOException, InterruptedException {
        Command hello = new Command("java Hello", List.of(java(), "-cp", temp.toString(), compileHello()), rounds);
        Command version = new Command("--version", List.of(launcher, "--version"), rounds);
        Command analyze = new Command("analyze, 1 model", List.of(launcher, "analyze", "resnet50"), rounds);
        Command compare = new Command(
                "compare, 4 models", List.of(launcher, "compare", "alexnet", "vgg16", "googlenet", "resnet50"), rounds);
        Command page = new Command(
                "a page of ResNet-152", List.of(launcher, "analyze", "resnet152", "--format", "html"), rounds);
        Command layers = analyze(100_000, Math.min(rounds, SLOW_ROUNDS));
        Command twice = analyze(200_000, Math.min(rounds, SLOW_ROUNDS));
        List<Command> commands = List.of(hello, version, analyze, compare, page, layers, twice);

        for (int round = 0; round <= rounds; round++) {
            for (Command command : commands) {
                if (round <= command.rounds) {
                    command.run(round > 0);
                }
            }
        }

        System.out.printf(
                "%-24s %8s %8s %8s %8s %9s %9s %6s%n",
                "seconds", "wall", "min", "max", "CPU", "wall ×", "CPU ×", "rounds");
        commands.forEach(command -> command.print(hello));
        System.out.println("wall: median; CPU: mean, on Linux alone; ×: as many times that of java Hello");
        System.out.println();
        System.out.printf(Locale.ROOT, "%-24s %8.2f%n", "200,000 / 100,000 layers", twice.wall() / layers.wall());
        System.out.printf(
                "Java %s (%s), %d cores, %s %s%n",
                System.getProperty("java.runtime.version"),
                System.getProperty("java.vendor"),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"));
    }

    /** The floor: what Java itself takes, with the flags and the class-data archive it has by default. */
    private String compileHello() throws IOException {
        Path source = temp.resolve("Hello.java");
        Files.writeString(
                source, "class Hello { public static void main(String[] args) { System.out.println(\"hello\"); } }\n");
        ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
        if (javac.run(System.out, System.err, "-d", temp.toString(), source.toString()) != 0) {
            throw new IllegalStateException("javac failed");
        }
        return "Hello";
    }

    private Command analyze(int layers, int rounds) throws IOException {
        Path spec = temp.resolve("generated-" + layers + ".yaml");
        Path csv = temp.resolve("generated-" + layers + ".csv");
        Files.writeString(spec, spec(layers));
        List<String> words =
                List.of(launcher, "analyze", spec.toString(), "--format", "csv", "--output", csv.toString());
        return new Command(String.format(Locale.ROOT, "analyze, %,d layers", layers), words, rounds);
    }

    /** Convolution, normalization and activation in turn, every second time around a shortcut; one layer per line. */
    private static String spec(int layers) {
        String[] kinds = {"{conv: 8, kernel: 3, padding: 1}", "batchnorm", "relu"};
        StringBuilder spec = new StringBuilder("name: generated\ninput: [8, 16, 16]\nlayers:\n");
        for (int layer = 0; layer < layers; layer++) {
            boolean residual = layer / kinds.length % 2 == 1;
            if (residual && layer % kinds.length == 0) {
                spec.append("  - residual:\n");
            }
            spec.append(residual ? "      - " : "  - ")
                    .append(kinds[layer % kinds.length])
                    .append('\n');
        }
        return spec.toString();
    }

    private static String java() {
        return JAVA_HOME.resolve("bin").resolve("java").toString();
    }

    private static boolean onWindows() {
        return File.separatorChar == '\\';
    }

    /**
     * The CPU seconds of all child processes that have ended, theirs included: fields 16 and 17 of proc(5), in hundredths. Sums
     * of what is cut off here and there are right in the mean, which single numbers are not.
     */
    private static double cpuOfChildren() throws IOException {
        if (!Files.exists(STAT)) {
            return Double.NaN;
        }
        String stat = Files.readString(STAT);
        String[] behindName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(behindName[13]) + Long.parseLong(behindName[14])) / 100.0;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static final class Command {
        private final String name;
        private final List<String> words;
        private final int rounds;
        private final List<Double> walls = new ArrayList<>();
        private double cpu;

        Command(String name, List<String> words, int rounds) {
            this.name = name;
            this.words = words;
            this.rounds = rounds;
        }

        /** Standard error stays the terminal's: it is empty, or says what went wrong. */
        void run(boolean counts) throws IOException, InterruptedException {
            ProcessBuilder builder = new ProcessBuilder(words)
                    .redirectInput(NOWHERE.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().put("JAVA_HOME", JAVA_HOME.toString()); // the same Java in every row
            double before = cpuOfChildren();
            long start = System.nanoTime();
            int code = builder.start().waitFor();
            double taken = (System.nanoTime() - start) / 1e9;
            if (code != 0) {
                throw new IllegalStateException("exit code " + code + ": " + String.join(" ", words));
            }
            if (counts) {
                walls.add(taken);
                cpu += cpuOfChildren() - before;
            }
        }

        double wall() {
            double[] sorted = sorted();
            int middle = sorted.length / 2;
            return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        }

        double cpu() {
            return cpu / walls.size();
        }

        void print(Command hello) {
            double[] sorted = sorted();
            System.out.printf(
                    Locale.ROOT,
                    "%-24s %8.3f %8.3f %8.3f %8.3f %9.2f %9.2f %6d%n",
                    name,
                    wall(),
                    sorted[0],
                    sorted[sorted.length - 1],
                    cpu(),
                    wall() / hello.wall(),
                    cpu() / hello.cpu(),
                    sorted.length);
        }

        private double[] sorted() {
            double[] sorted = walls.stream().mapToDouble(Double::doubleValue).toArray();
            Arrays.sort(sorted);
            return sorted;
        }
    }
}
