package io.archmeter.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * VGG-16 as an ONNX file with its weights beside VGG-16 as a spec: wall time and the most memory that was resident. A program of one file,
 * started by {@code scripts/bench onnx}. Where Python has onnx-tool, it reads the same file in turns.
 */
public final class OnnxBench {
    private static final Pattern MOST_RESIDENT = Pattern.compile("VmHWM:\\s*(\\d+) kB");

    private final String name;
    private final List<String> words;
    private final List<Double> walls = new ArrayList<>();
    private long kilobytes;

    private OnnxBench(String name, List<String> words) {
        this.name = name;
        this.words = words;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        int rounds = args.length == 3 && args[1].equals("--rounds") ? Integer.parseInt(args[2]) : 11;
        String launcher = Path.of(args[0], "scripts", "archmeter").toString();
        Path temp = Files.createTempDirectory("archmeter-bench");
        Path onnx = temp.resolve("vgg16.onnx");
        Path spec = temp.resolve("vgg16.yaml");
        try {
            new OnnxBench("convert", List.of(launcher, "convert", "vgg16", "-o", onnx.toString())).run(false);
            new OnnxBench("show", List.of(launcher, "show", "vgg16", "-o", spec.toString())).run(false);
            race(rounds, launcher, onnx, spec);
        } finally {
            Files.deleteIfExists(onnx);
            Files.deleteIfExists(spec);
            Files.delete(temp);
        }
    }

    private static void race(int rounds, String launcher, Path onnx, Path spec)
            throws IOException, InterruptedException {
        OnnxBench ofSpec = new OnnxBench("analyze vgg16.yaml", List.of(launcher, "analyze", spec + "#vgg16"));
        OnnxBench ofFile = new OnnxBench("analyze vgg16.onnx", List.of(launcher, "analyze", onnx.toString()));
        List<OnnxBench> all = new ArrayList<>(List.of(ofSpec, ofFile));
        onnxTool(onnx).ifPresent(all::add);
        for (int round = 0; round <= rounds; round++) {
            for (OnnxBench command : all) {
                command.run(round > 0);
            }
        }
        System.out.printf(Locale.ROOT, "%,d bytes of ONNX, %d rounds%n", Files.size(onnx), rounds);
        System.out.printf("%-20s %8s %8s %14s%n", "seconds", "wall", "min", "resident, MiB");
        for (OnnxBench command : all) {
            System.out.printf(
                    Locale.ROOT,
                    "%-20s %8.3f %8.3f %14.0f%n",
                    command.name,
                    command.median(),
                    Collections.min(command.walls),
                    command.kilobytes / 1024.0);
        }
        System.out.printf(Locale.ROOT, "%-20s %8.2f%n", "onnx / yaml", ofFile.median() / ofSpec.median());
        System.out.println(
                "wall: median; resident: the most of any round, as Linux counts it, pages of mapped files among it");
    }

    /** Empty where there is no Python with it. */
    private static Optional<OnnxBench> onnxTool(Path onnx) throws IOException, InterruptedException {
        try {
            Process there = new ProcessBuilder("python3", "-c", "import onnx_tool")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return there.waitFor() == 0
                    ? Optional.of(
                            new OnnxBench("onnx_tool", List.of("python3", "-m", "onnx_tool", "-i", onnx.toString())))
                    : Optional.empty();
        } catch (IOException noPython) {
            return Optional.empty();
        }
    }

    private void run(boolean counts) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(words)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        while (process.isAlive()) {
            kilobytes = Math.max(kilobytes, mostResident(process.pid()));
            Thread.sleep(1);
        }
        double taken = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new IllegalStateException("exit code " + process.exitValue() + ": " + String.join(" ", words));
        }
        if (counts) {
            walls.add(taken);
        }
    }

    /** What a process has had in memory at most, so far; 0 where the system does not say. */
    private static long mostResident(long pid) {
        try {
            Matcher matcher = MOST_RESIDENT.matcher(Files.readString(Path.of("/proc", String.valueOf(pid), "status")));
            return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
        } catch (IOException ended) {
            return 0;
        }
    }

    private double median() {
        List<Double> sorted = new ArrayList<>(walls);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
