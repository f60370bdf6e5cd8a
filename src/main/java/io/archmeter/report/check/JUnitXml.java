package io.archmeter.report.check;

import io.archmeter.budget.check.CheckReport;
import io.archmeter.budget.check.Finding;
import io.archmeter.budget.check.ModelReport;
import io.archmeter.budget.check.Note;
import io.archmeter.budget.check.Result;
import io.archmeter.budget.check.Verdict;
import io.archmeter.problem.Visible;
import io.archmeter.report.markup.XmlText;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * Results in the form of JUnit's, as Jenkins (xUnit plugin, {@code junit-10.xsd}) and GitLab ("Unit test reports") read them: a suite for
 * each model, and a test for each of its limits.
 */
final class JUnitXml {
    private final CheckReport report;
    private final Places places;
    private final Writer out;

    private JUnitXml(CheckReport report, Places places, Writer out) {
        this.report = report;
        this.places = places;
        this.out = out;
    }

    static void write(CheckReport report, Places places, Writer out) throws IOException {
        new JUnitXml(report, places, out).write();
    }

    private void write() throws IOException {
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites");
        attribute("name", "archmeter check");
        counts(report.models());
        out.write(">\n");
        for (ModelReport model : report.models()) {
            write(model);
        }
        out.write("</testsuites>\n");
        out.flush();
    }

    private void write(ModelReport model) throws IOException {
        out.write("  <testsuite");
        attribute("name", model.model());
        counts(List.of(model));
        attribute("skipped", model.count(Verdict.NO_LAYER));
        out.write(">\n");
        for (Result result : model.results()) {
            write(model, result);
        }
        List<Note> notes = report.notes().stream()
                .filter(note -> note.model().equals(model.model()))
                .toList();
        if (!notes.isEmpty()) {
            out.write("    <system-out>"
                    + XmlText.content(VisibleLines.of(notes.stream()
                            .map(note -> NoteText.headline(note, places))
                            .toList()))
                    + "</system-out>\n");
        }
        out.write("  </testsuite>\n");
    }

    /** What could not be checked is a failure too; there are no errors, which would end the check before it has a report. */
    private void counts(List<ModelReport> models) throws IOException {
        attribute(
                "tests",
                models.stream().mapToLong(model -> model.results().size()).sum());
        attribute("failures", count(models, Verdict.BROKEN) + count(models, Verdict.NOT_CHECKED));
        attribute("errors", 0);
    }

    private static long count(List<ModelReport> models, Verdict verdict) {
        return models.stream().mapToLong(model -> model.count(verdict)).sum();
    }

    private void write(ModelReport model, Result result) throws IOException {
        out.write("    <testcase");
        attribute("classname", model.model());
        attribute("name", LimitText.of(result.limit()));
        if (result.judgement().verdict() == Verdict.NO_LAYER) {
            out.write("><skipped");
            attribute("message", "the model has no such layer");
            out.write("/></testcase>\n");
        } else if (result.judgement().passes()) {
            out.write("/>\n");
        } else if (result.judgement().warns()) {
            // The form has failures and errors, and no warnings: what such a test says is its output.
            out.write(">\n      <system-out>" + XmlText.content(text(result.findings()))
                    + "</system-out>\n    </testcase>\n");
        } else {
            out.write(">\n      <failure");
            attribute("type", result.rule().id());
            attribute("message", FindingText.fact(result.findings().get(0)) + more(result));
            out.write(">" + XmlText.content(text(result.findings())) + "</failure>\n    </testcase>\n");
        }
    }

    private static String more(Result result) {
        int more = result.findings().size() - 1;
        return more == 0 ? "" : ", and " + more + " more";
    }

    private String text(List<Finding> findings) {
        List<String> lines = new ArrayList<>();
        for (Finding finding : findings) {
            lines.add(FindingText.headline(finding, places));
            FindingText.details(finding, places).forEach(detail -> lines.add("    " + detail));
        }
        return VisibleLines.of(lines);
    }

    private void attribute(String name, long value) throws IOException {
        attribute(name, String.valueOf(value));
    }

    private void attribute(String name, String value) throws IOException {
        out.write(" " + name + "=\"" + XmlText.attribute(Visible.of(value)) + "\"");
    }
}
