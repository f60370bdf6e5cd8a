package io.archmeter.report.check;

import io.archmeter.budget.check.CheckReport;
import io.archmeter.budget.check.Verdict;
import java.util.ArrayList;
import java.util.List;

/** What came of a check, in one line. */
public final class VerdictText {
    private VerdictText() {}

    /** {@code 2 of 31 models are over budget: 3 limits broken, 58 kept}. */
    public static String of(CheckReport report) {
        return models(report) + ": " + limits(report);
    }

    /** {@code 2 of 31 models are over budget}. */
    static String models(CheckReport report) {
        int models = report.models().size();
        long failing = report.failing();
        if (failing == 0) {
            return models == 1 ? "1 model is within budget" : models + " models are within budget";
        }
        String verdict = report.count(Verdict.BROKEN) == 0
                ? " could not be checked"
                : failing == 1 ? " is over budget" : " are over budget";
        return failing + " of " + models + (models == 1 ? " model" : " models") + verdict;
    }

    /** {@code 3 limits broken, 58 kept}. */
    static String limits(CheckReport report) {
        List<String> counts = new ArrayList<>();
        for (Verdict verdict : List.of(Verdict.BROKEN, Verdict.NOT_CHECKED, Verdict.KEPT, Verdict.NO_LAYER)) {
            long count = report.count(verdict);
            if (count > 0 || verdict == Verdict.KEPT) {
                String limits = counts.isEmpty() ? count == 1 ? " limit" : " limits" : "";
                counts.add(count + limits + " " + (verdict == Verdict.NO_LAYER ? "without a layer" : verdict));
            }
        }
        long warnings = report.warnings();
        if (warnings > 0) {
            counts.add(warnings + (warnings == 1 ? " warning" : " warnings"));
        }
        return String.join(", ", counts);
    }
}
