package io.archmeter.report.document;

import java.util.List;

/**
 * What a page shows of one thing when somebody chooses it: a row of the table, or a part of a picture.
 *
 * @param of its name, as it stands in the table's first column and in the pictures
 */
public record Card(String of, List<Detail> details) {
    public Card {
        details = List.copyOf(details);
    }
}
