package io.archmeter.reports;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A row of a table.
 *
 * @param what the figures are about
 * @param quoted what the table only quotes, may be empty
 * @param note what else there is to say, may be empty
 */
record Row(String what, List<Figure> figures, String quoted, String note) {
    Row {
        figures = List.copyOf(figures);
    }

    Row noting(String text) {
        return new Row(what, figures, quoted, text);
    }

    Row quoting(String text) {
        return new Row(what, figures, text, note);
    }

    /** Whether all printed figures agree, and what is the matter if not; empty where none is printed. */
    String agrees() {
        List<Figure> compared =
                figures.stream().filter(figure -> figure.printed().isPresent()).toList();
        if (compared.isEmpty()) {
            return "";
        }
        return compared.stream().allMatch(Figure::agrees) ? "yes" : "no: " + causes();
    }

    private String causes() {
        return figures.stream()
                .flatMap(figure -> figure.reason().stream())
                .map(reason -> reason.cause().toString())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
