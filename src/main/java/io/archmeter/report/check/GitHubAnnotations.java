package io.archmeter.report.check;

import io.archmeter.budget.check.CheckReport;
import io.archmeter.budget.check.Finding;
import io.archmeter.budget.check.Note;
import io.archmeter.problem.Span;
import io.archmeter.problem.Visible;
import io.archmeter.report.text.PlainText;
import java.io.IOException;
import java.io.Writer;
import java.util.stream.Collectors;

/**
 * Workflow commands of GitHub Actions ("Workflow commands for GitHub Actions", GitHub Docs), a line each. The runner shows ten errors, ten warnings and ten notices of a
 * step, so what is worst comes first.
 */
final class GitHubAnnotations {
    private final Places places;

    private GitHubAnnotations(Places places) {
        this.places = places;
    }

    static void write(CheckReport report, Places places, Writer out) throws IOException {
        new GitHubAnnotations(places).write(report, out);
    }

    private void write(CheckReport report, Writer out) throws IOException {
        for (Finding finding : report.worstFindings()) {
            out.write(annotation(finding));
        }
        out.write("::notice title=archmeter check::" + data(PlainText.of(VerdictText.of(report))) + "\n");
        for (Note note : report.notes()) {
            out.write(command("notice", note.place(), note.rule().id(), PlainText.of(NoteText.fact(note))));
        }
        out.flush();
    }

    private String annotation(Finding finding) {
        String lines =
                FindingText.lines(finding, places).stream().map(PlainText::of).collect(Collectors.joining("\n"));
        String title = "[" + finding.rule().id() + "] " + PlainText.of(finding.model());
        return command(finding.limit().level().toString(), finding.place(), title, lines);
    }

    private String command(String name, Span reached, String title, String message) {
        Span place = places.shown(reached);
        String at = place.line() == 0 ? "" : ",line=" + place.line() + ",col=" + place.column();
        return "::" + name + " file=" + property(Visible.of(place.file())) + at + ",title=" + property(title) + "::"
                + data(message) + "\n";
    }

    /** As the runner takes it apart again (actions/toolkit, packages/core/src/command.ts). */
    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
