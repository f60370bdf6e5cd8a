package io.archmeter.report.document;

import io.archmeter.report.picture.Picture;
import java.util.ArrayList;
import java.util.List;

/**
 * What a command answers, as data: a {@link Format} writes what is for its {@link Audience}.
 *
 * <p>In JSON every document is one object with these members, in this order:
 *
 * <table>
 *   <caption>Members</caption>
 *   <tr><td>{@code archmeter}</td><td>{@code {"document": kind, "version": version}}; a new version may rename or remove
 *       members, the same version only ever gains some</td></tr>
 *   <tr><td>one for each fact</td><td>e.g. {@code model}, {@code input}, {@code dtype}</td></tr>
 *   <tr><td>the table's rows</td><td>an array of objects, one member for each column; where rows have a heading in common, an
 *       array of sections, each with its heading's members, its rows and its totals</td></tr>
 *   <tr><td>{@code totals}</td><td>an object with the columns that have a total, if any has</td></tr>
 * </table>
 *
 * <table>
 *   <caption>Values</caption>
 *   <tr><td>counts, bytes</td><td>whole numbers, exact</td></tr>
 *   <tr><td>a shape</td><td>{@code [1, 3, 224, 224]}, the batch in front; {@code []} for a scalar</td></tr>
 *   <tr><td>several shapes</td><td>an array of shapes</td></tr>
 *   <tr><td>a receptive field</td><td>{@code {"size": [11, 11], "stride": [4, 4], "offset": [-2, -2]}}, one entry for each
 *       spatial axis of the input; a stride is {@code null} where there is one position, or uneven ones, and a text such as {@code "1/2"}
 *       where it is no whole number; instead of the object {@code null} where no window describes what is seen</td></tr>
 *   <tr><td>the peak of memory</td><td>{@code {"bytes": 1376512, "step": 1, "layer": "features.0", "live": [{"tensor": "input", "bytes":
 *       602112, "last_reader": "features.0"}, …]}}, the largest tensor first; a last reader is {@code null} where the tensor is
 *       an output</td></tr>
 *   <tr><td>other operations</td><td>an object from the kind to the count, e.g. {@code {"add": 193600}}</td></tr>
 *   <tr><td>attributes of an operator</td><td>an object from the name that it has in a spec to the value, e.g. {@code {"channels": 64,
 *       "kernel": [11, 11], "bias": true}}; what does nothing is left out, such as padding of 0</td></tr>
 *   <tr><td>a time</td><td>whole picoseconds, rounded half up</td></tr>
 *   <tr><td>a share</td><td>a number, of which 1 is the whole, with three decimals</td></tr>
 *   <tr><td>a formula</td><td>its text</td></tr>
 *   <tr><td>what does not apply</td><td>{@code null}</td></tr>
 * </table>
 *
 * <table>
 *   <caption>Documents and their rows. {@code analyze}, {@code check} and {@code diff} are of version 2: in version 1, attributes were texts
 *   ({@code "kernel": "11x11"}), some of them by other names than in a spec ({@code group}, {@code rounding}), and shares were too. All others are of version
 *   1.</caption>
 *   <tr><td>{@code analyze}</td><td>{@code layers}; those that {@code --top} leaves out are one last row without an operator,
 *       attributes and shapes, and modules of {@code --depth} have no attributes; {@code sorted_by} is there if {@code --sort} or {@code --top} is; {@code only} has the operators of {@code --only}, and
 *       {@code hidden} what the layers of others have of the totals; {@code memory} has the figures of the document of that name</td></tr>
 *   <tr><td>{@code compare}</td><td>{@code models}</td></tr>
 *   <tr><td>{@code breakdown} ({@code compare --by})</td><td>{@code models}, each with its {@code groups}; {@code only} has the operators of {@code
 *       --only}</td></tr>
 *   <tr><td>{@code memory}</td><td>{@code models}, each with its {@code figures}, and {@code peak}, {@code training_peak}, {@code
 *       live_bytes} at each step, and {@code largest_batch} if there is a limit</td></tr>
 *   <tr><td>{@code roofline}</td><td>{@code models}, each with its {@code layers} and {@code totals}, what it moves {@code fused} into one, and the
 *       {@code lookups} of which only the indices know what they read; {@code bound_by} is {@code null} where that is not known</td></tr>
 *   <tr><td>{@code devices}</td><td>{@code devices}; of one, {@code device}, the {@code peaks}</td></tr>
 *   <tr><td>{@code explain}</td><td>{@code layers}, each with its {@code numbers}</td></tr>
 *   <tr><td>{@code parameters}</td><td>{@code tensors}</td></tr>
 *   <tr><td>{@code verify}</td><td>{@code models}, each with its {@code layers} and {@code totals}; a quantity has its name
 *       where it is predicted, and {@code observed_} before that where it is observed; {@code totals} has sums, and the peak of
 *       {@code held_bytes}; {@code null} is observed of what did not run, because the run had to end before. Where one of the models is a file with weights
 *       of its own, {@code stored_tensors} and {@code stored_elements} count those, {@code drawn_tensors} and {@code drawn_elements} the others,
 *       whose names {@code drawn} has; of a layer, {@code drawn_weights} are the elements that were drawn</td></tr>
 *   <tr><td>{@code check}</td><td>{@code models}, each with its {@code limits} in the order of the budget, each of these with its
 *       {@code findings}; {@code counts} of what came out, and {@code notes} on the baseline; {@code null} is what is not known</td></tr>
 *   <tr><td>{@code diff}</td><td>{@code models}, each with its {@code totals} before and after, how many layers are the same, and
 *       {@code changes}: the layers that are another or cost something else, each metric before and after, and zero on the side where
 *       there is no such layer. What is not there is {@code null}: the model before of a new one, an attribute that does nothing</td></tr>
 *   <tr><td>{@code grow}</td><td>{@code growth}: what is varied together, then each alone, with its {@code polynomials}, whose coefficients
 *       are texts such as {@code "9/32"} and whose {@code domain} says where they hold ({@code "to": null} where no end was found), its
 *       {@code fit} if there are limits, and some {@code values}</td></tr>
 *   <tr><td>{@code list}</td><td>{@code models}, the input of each as the shape of one sample, without a batch</td></tr>
 * </table>
 *
 * @param kind what is answered, e.g. {@code analyze}
 * @param title the first line for people
 * @param notes what words mean, for who does not know them
 * @param remarks sentences for people that are part of the answer, below everything else
 * @param pictures what can be looked at, for formats that draw
 * @param cards what a page shows of a row that somebody chooses
 * @param tiles the figures that a page begins with; none: those of the totals
 */
public record Document(
        String kind,
        int version,
        String title,
        List<HeaderField> about,
        Table table,
        List<Note> notes,
        List<Detail.Remark> remarks,
        List<Picture> pictures,
        List<Card> cards,
        List<Tile> tiles) {
    public Document {
        about = List.copyOf(about);
        notes = List.copyOf(notes);
        remarks = List.copyOf(remarks);
        pictures = List.copyOf(pictures);
        cards = List.copyOf(cards);
        tiles = List.copyOf(tiles);
    }

    /** One without pictures. */
    public Document(
            String kind,
            int version,
            String title,
            List<HeaderField> about,
            Table table,
            List<Note> notes,
            List<Detail.Remark> remarks) {
        this(kind, version, title, about, table, notes, remarks, List.of(), List.of(), List.of());
    }

    /** One without remarks. */
    public Document(String kind, int version, String title, List<HeaderField> about, Table table, List<Note> notes) {
        this(kind, version, title, about, table, notes, List.of());
    }

    /** The same, to be looked at. */
    public Document with(List<Picture> pictures, List<Card> cards) {
        return new Document(kind, version, title, about, table, notes, remarks, pictures, cards, tiles);
    }

    /** The same, where a page begins with those figures. */
    public Document beginning(List<Tile> tiles) {
        return new Document(kind, version, title, about, table, notes, remarks, pictures, cards, tiles);
    }

    /** The same with another table. */
    public Document with(Table other) {
        return new Document(kind, version, title, about, other, notes, remarks, pictures, cards, tiles);
    }

    /** All pictures: its own, and those that stand below the rows of its sections. */
    public List<Picture> allPictures() {
        List<Picture> all = new ArrayList<>(pictures);
        for (Section section : table.sections()) {
            for (Detail detail : section.details()) {
                if (detail instanceof Detail.Drawn drawn) {
                    all.add(drawn.picture());
                }
            }
        }
        return all;
    }

    /** The same with a remark more. */
    public Document noting(String remark) {
        List<Detail.Remark> all = new ArrayList<>(remarks);
        all.add(Detail.Remark.of(remark));
        return new Document(kind, version, title, about, table, notes, all, pictures, cards, tiles);
    }

    /** What people see at a place. */
    public List<HeaderField> facts(HeaderField.Place place) {
        return about.stream().filter(fact -> fact.place() == place).toList();
    }
}
