package io.archmeter.report.answer;

import io.archmeter.problem.Nearest;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.report.document.Document;
import io.archmeter.report.picture.NetworkDrawing;
import io.archmeter.report.picture.Picture;
import java.util.List;
import java.util.Optional;

/** The picture of a document that is drawn alone. */
final class ChosenPicture {
    private ChosenPicture() {}

    /**
     * The document with one picture.
     *
     * @param name empty for the first
     * @throws ProblemException where there is none of that name, or none at all
     */
    static Document in(Document document, Optional<String> name) {
        List<Picture> all = document.allPictures();
        if (all.isEmpty()) {
            throw new ProblemException(Problem.at(
                    Span.of("archmeter " + document.kind()),
                    "no-picture",
                    "there is no picture of this answer",
                    "use another format: html shows it in a browser"));
        }
        if (name.isEmpty()) {
            return document.with(List.of(all.get(0)), List.of());
        }
        List<String> known = all.stream().map(Picture::name).toList();
        int place = known.indexOf(name.get());
        if (place < 0) {
            throw new ProblemException(Problem.at(
                    Span.of("archmeter " + document.kind()),
                    "unknown-picture",
                    "there is no picture '" + name.get() + "'",
                    Nearest.remedy(name.get(), known)));
        }
        return document.with(List.of(all.get(place)), List.of());
    }

    /**
     * The document with the drawing of its network.
     *
     * @throws ProblemException where there is none
     */
    static Document ofNetwork(Document document) {
        for (Picture picture : document.pictures()) {
            if (picture instanceof NetworkDrawing) {
                return document.with(List.of(picture), List.of());
            }
        }
        throw new ProblemException(Problem.at(
                Span.of("archmeter " + document.kind()),
                "no-network",
                "this answer has no network to draw",
                "use another format, or ask 'archmeter analyze', which draws one"));
    }
}
