package io.archmeter.report.check;

import io.archmeter.budget.check.CheckReport;
import io.archmeter.budget.check.Finding;
import io.archmeter.budget.check.ModelReport;
import io.archmeter.budget.check.Note;
import io.archmeter.budget.check.Result;
import io.archmeter.report.text.MarkdownText;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * GitHub's Markdown for a job summary or a comment on a pull request: the verdict first, then what is broken, with what is known of it, and what is
 * kept folded away.
 */
final class CheckMarkdown {
    /** What GitHub takes of one step ("Workflow commands", "Job summaries"). */
    static final int JOB_SUMMARY = 1 << 20;

    private static final String HEADER = "| model | limit | actual | allowed | headroom | before |\n"
            + "| --- | --- | ---: | ---: | ---: | ---: |\n";

    private final Places places;
    private final int mostBytes;

    CheckMarkdown(Places places, int mostBytes) {
        this.places = places;
        this.mostBytes = mostBytes;
    }

    void write(CheckReport report, Writer out) throws IOException {
        BoundedText text = new BoundedText(mostBytes);
        text.add("## " + MarkdownText.of(VerdictText.models(report)) + "\n\n" + VerdictText.limits(report) + "\n");
        if (!report.findings().isEmpty()) {
            text.add("\n" + HEADER);
            rows(report, result -> result.judgement().fails(), text);
            rows(report, result -> result.judgement().warns(), text);
            text.add("\n");
            for (Finding finding : report.worstFindings()) {
                text.add(item(finding));
            }
        }
        for (Note note : report.notes()) {
            text.add("\n" + MarkdownText.of(NoteText.headline(note, places)) + "\n");
        }
        Predicate<Result> passes = result -> result.judgement().passes();
        if (report.models().stream().flatMap(model -> model.results().stream()).anyMatch(passes)) {
            // An empty line makes Markdown of what follows the tag.
            text.open("\n<details>\n<summary>limits that are kept</summary>\n\n" + HEADER, "\n</details>\n");
            rows(report, passes, text);
            text.close();
        }
        text.writeTo(out);
        out.flush();
    }

    private static void rows(CheckReport report, Predicate<Result> which, BoundedText text) {
        for (ModelReport model : report.models()) {
            for (Result result : model.results()) {
                if (which.test(result)) {
                    text.add(row(model, result));
                }
            }
        }
    }

    private static String row(ModelReport model, Result result) {
        return "| " + MarkdownText.of(model.model())
                + " | " + MarkdownText.of(LimitText.of(result.limit()))
                + " | " + number(result, result.judgement().actual())
                + " | " + number(result, result.judgement().allowed())
                + " | " + MarkdownText.of(room(result))
                + " | " + number(result, result.judgement().before()) + " |\n";
    }

    private static String room(Result result) {
        return switch (result.judgement().verdict()) {
            case NO_LAYER -> "no such layer";
            case NOT_CHECKED -> "not checked";
            case KEPT, BROKEN -> LimitText.room(result.judgement());
        };
    }

    private static String number(Result result, OptionalLong number) {
        return number.isPresent() ? LimitText.shown(result.limit().metric(), number.getAsLong()) : "";
    }

    /** A list item; what belongs to it is a list in it. */
    private String item(Finding finding) {
        StringBuilder item = new StringBuilder("- **")
                .append(MarkdownText.of(finding.model()))
                .append("** ");
        item.append(finding.judgement().warns() ? finding.limit().level() + ": " : "");
        item.append(MarkdownText.of(FindingText.fact(finding)))
                .append(" (")
                .append(MarkdownText.of(places.shown(finding.place()).toString()));
        item.append(")\n");
        List<String> details = FindingText.details(finding, places);
        details.forEach(
                line -> item.append("  - ").append(MarkdownText.of(line)).append('\n'));
        return item.toString();
    }
}
