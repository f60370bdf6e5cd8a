package io.archmeter.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Times of whole models as the manual shows them: what they were measured on, and a row for each model. */
final class ExecutorTable {
    private final ExecutorOptions options;
    private final String circumstances;
    private final Map<String, List<Race>> races = new LinkedHashMap<>();

    /** To be made before anything is measured: a measurement is part of the load that others see. */
    ExecutorTable(ExecutorOptions options) throws IOException {
        this.options = options;
        this.circumstances = String.format(
                Locale.ROOT,
                "%s: %d cores of %s, %s, Java %s, load %.1f at the beginning. Medians of %d rounds, %s.",
                LocalDate.now(ZoneOffset.UTC),
                Runtime.getRuntime().availableProcessors(),
                processor(),
                System.getProperty("os.name"),
                System.getProperty("java.version"),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                options.rounds(),
                "the time of one thread being that which it had a core");
    }

    private static String processor() throws IOException {
        Path file = Path.of("/proc/cpuinfo");
        if (!Files.exists(file)) {
            return System.getProperty("os.arch");
        }
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }

    /** Takes the race of a model with the next number of threads. */
    void add(String model, Race race) {
        races.computeIfAbsent(model, unseen -> new ArrayList<>()).add(race);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(circumstances, ""));
        StringBuilder head = new StringBuilder("| model |");
        for (int threads : options.threads()) {
            head.append(" ").append(threads).append(threads == 1 ? " thread" : " threads");
            head.append(", ms | ONNX Runtime | ratio |");
        }
        lines.add(head.toString());
        lines.add("|---|" + "---|".repeat(3 * options.threads().size()));
        races.forEach((model, each) -> {
            StringBuilder row = new StringBuilder("| " + model + " |");
            for (Race race : each) {
                row.append(String.format(
                        Locale.ROOT, " %s | %s | %.2f |", millis(race.first()), millis(race.second()), race.ratio()));
            }
            lines.add(row.toString());
        });
        return lines;
    }

    private static String millis(double millis) {
        return String.format(Locale.ROOT, millis < 100 ? "%.1f" : "%.0f", millis);
    }
}
