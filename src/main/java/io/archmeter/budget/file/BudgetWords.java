package io.archmeter.budget.file;

import io.archmeter.metric.Metric;
import io.archmeter.problem.Vocabulary;
import java.util.HashMap;
import java.util.Map;

/** What was meant by a word that is none of a budget's: as other tools, and people, call it. */
final class BudgetWords {
    /** Keys of the file. */
    static final Vocabulary IN_FILE = new Vocabulary(
            Map.of("entries", "budgets", "rules", "budgets", "checks", "budgets", "compare", "baseline"),
            inEachEntry());

    private static final Map<String, String> OF_ENTRIES = Map.ofEntries(
            Map.entry("files", "models"),
            Map.entry("file", "models"),
            Map.entry("specs", "models"),
            Map.entry("spec", "models"),
            Map.entry("paths", "models"),
            Map.entry("path", "models"),
            Map.entry("networks", "models"),
            Map.entry("exclude", "except"),
            Map.entry("ignore", "except"),
            Map.entry("without", "except"),
            Map.entry("max", "limits"),
            Map.entry("maximum", "limits"),
            Map.entry("total", "limits"),
            Map.entry("totals", "limits"),
            Map.entry("budget", "limits"),
            Map.entry("blocks", "modules"),
            Map.entry("ops", "operators"),
            Map.entry("kinds", "operators"),
            Map.entry("bykind", "operators"),
            Map.entry("forbid", "forbidden"),
            Map.entry("deny", "forbidden"),
            Map.entry("disallow", "forbidden"),
            Map.entry("params", "set"),
            Map.entry("param", "set"),
            Map.entry("batchsize", "batch"),
            Map.entry("inputshape", "input"),
            Map.entry("inputsize", "input"),
            Map.entry("shape", "input"),
            Map.entry("precision", "dtype"),
            Map.entry("type", "dtype"),
            Map.entry("heads", "training"),
            Map.entry("train", "training"),
            Map.entry("warning", "warn"),
            Map.entry("warnings", "warn"),
            Map.entry("soft", "warn"));

    /** Keys of an entry. */
    static final Vocabulary IN_ENTRY = new Vocabulary(OF_ENTRIES, inLimits());

    /** Keys of what only warns. */
    static final Vocabulary IN_WARN = new Vocabulary(OF_ENTRIES, inWarn());

    private BudgetWords() {}

    /** What belongs into an entry, and stands beside all of them. */
    private static Map<String, String> inEachEntry() {
        Map<String, String> advice = new HashMap<>();
        for (String key : EntryReader.KEYS) {
            advice.put(key, "write it in the entry that it is for: 'budgets:', and below it '- models: …'");
        }
        return advice;
    }

    /** What belongs beside the warnings of an entry, or into their limits. */
    private static Map<String, String> inWarn() {
        Map<String, String> advice = new HashMap<>(inLimits());
        for (String key : EntryReader.KEYS) {
            if (!EntryReader.LIMITING.contains(key)) {
                advice.put(key, "write it beside 'warn:', not below it");
            }
        }
        return advice;
    }

    /** What belongs into the limits of an entry, and stands beside them. */
    private static Map<String, String> inLimits() {
        Map<String, String> advice = new HashMap<>();
        for (Metric metric : Metric.recorded()) {
            // The entry has a key of this name, with another meaning.
            if (metric != Metric.LAYERS) {
                String plain = metric.toString().replace("_", "");
                advice.put(plain, "write it below 'limits:'");
            }
        }
        advice.put("baseline", "write it once, above 'budgets:'");
        return advice;
    }
}
