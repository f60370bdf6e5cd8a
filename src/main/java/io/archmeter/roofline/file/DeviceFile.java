package io.archmeter.roofline.file;

import io.archmeter.graph.DType;
import io.archmeter.graph.DTypeWords;
import io.archmeter.problem.Excerpt;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Vocabulary;
import io.archmeter.roofline.Device;
import io.archmeter.source.CheckedMapping;
import io.archmeter.source.SourceReader;
import io.archmeter.source.SourceValue;
import io.archmeter.source.TextFile;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** From the text of a device to what it says. */
final class DeviceFile {
    static final List<String> KEYS = List.of("name", "title", "source", "memory", "bandwidth", "operations", "notes");

    private static final String EXAMPLE = "name: my-board, bandwidth: 34GB/s and operations: {float32: 1.2T}";

    private static final Vocabulary WORDS = new Vocabulary(
            Map.of(
                    "device", "name",
                    "flops", "operations",
                    "tops", "operations",
                    "peak", "operations",
                    "ram", "memory",
                    "vram", "memory",
                    "membandwidth", "bandwidth",
                    "memorybandwidth", "bandwidth"),
            Map.of());

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");

    private final TextFile text;
    private final Problems problems = new Problems();

    private DeviceFile(TextFile text) {
        this.text = text;
    }

    /**
     * The device that a text is.
     *
     * @throws io.archmeter.problem.ProblemException with all that is wrong with it
     */
    static Device read(TextFile text) {
        return new DeviceFile(text).device();
    }

    private Device device() {
        Optional<SourceValue> located = SourceReader.read(text, problems);
        if (located.isEmpty()) {
            problems.throwIfAny();
        }
        Optional<Device> read = device(located.orElseThrow());
        problems.throwIfAny();
        return read.orElseThrow();
    }

    private Optional<Device> device(SourceValue located) {
        CheckedMapping keys = CheckedMapping.of("a device", EXAMPLE, located, KEYS, WORDS, problems);
        Optional<String> name = name(keys, located);
        OptionalLong memory = figure(keys, "memory", FigureKind.MEMORY);
        OptionalLong bandwidth = figure(keys, "bandwidth", FigureKind.BANDWIDTH);
        if (keys.lacks("bandwidth")) {
            problems.add(
                    located.at(),
                    "no-bandwidth",
                    "the device does not say how many bytes it moves in a second",
                    "write bandwidth: " + FigureKind.BANDWIDTH.example());
        }
        Map<DType, Long> operations = operations(keys, located);
        List<String> notes = new ArrayList<>();
        for (SourceValue.Scalar note : keys.texts("notes", "a sentence")) {
            notes.add(((PlainValue.Text) note.value()).text());
        }
        String title = keys.text("title").orElse("");
        String source = keys.text("source").orElse("");
        return name.isEmpty() || bandwidth.isEmpty() || operations.isEmpty()
                ? Optional.empty()
                : Optional.of(new Device(name.get(), title, source, memory, bandwidth.getAsLong(), operations, notes));
    }

    private Optional<String> name(CheckedMapping keys, SourceValue located) {
        Optional<String> name = keys.text("name");
        if (keys.lacks("name") || name.filter(String::isBlank).isPresent()) {
            problems.add(located.at(), "no-name", "the device has no name", "write name: my-board");
            return Optional.empty();
        }
        if (name.isPresent() && !NAME.matcher(name.get()).matches()) {
            problems.add(
                    keys.find("name").orElseThrow().at(),
                    "wrong-name",
                    "'" + Excerpt.of(name.get()) + "' cannot be the name of a device",
                    "use letters, digits, '_', '-' and '.', and begin with a letter or a digit: my-board; words go into title");
            return Optional.empty();
        }
        return name;
    }

    private Map<DType, Long> operations(CheckedMapping keys, SourceValue located) {
        Map<DType, Long> operations = new EnumMap<>(DType.class);
        Optional<SourceValue> found = keys.find("operations");
        if (found.isEmpty()) {
            if (keys.lacks("operations")) {
                addNoOperations(located);
            }
            return operations;
        }
        List<String> types = DType.OF_NETWORKS.stream().map(DType::toString).toList();
        CheckedMapping figures = CheckedMapping.of(
                "operations", "operations: {float32: 19.5T}", found.get(), types, DTypeWords.VOCABULARY, problems);
        boolean any = false;
        for (DType type : DType.OF_NETWORKS) {
            any |= figures.find(type.toString()).isPresent();
            figure(figures, type.toString(), FigureKind.OPERATIONS).ifPresent(figure -> operations.put(type, figure));
        }
        boolean empty = found.get().isNothing()
                || found.get() instanceof SourceValue.Mapping mapping
                        && mapping.entries().isEmpty();
        if (!any && empty) {
            addNoOperations(found.get());
        }
        return operations;
    }

    private void addNoOperations(SourceValue located) {
        problems.add(
                located.at(),
                "no-operations",
                "the device does not say in any type how many operations it does in a second",
                "write operations: {float32: 19.5T}");
    }

    /** A figure without its unit says nothing. */
    private OptionalLong figure(CheckedMapping keys, String key, FigureKind kind) {
        Optional<SourceValue> found = keys.find(key);
        if (found.isEmpty() || found.get().isUnknown()) {
            return OptionalLong.empty();
        }
        Optional<String> written = written(found.get());
        if (written.isEmpty()) {
            problems.add(
                    found.get().at(),
                    "wrong-type",
                    key + " must be " + kind.meaning() + ", but is "
                            + found.get().described(),
                    "write " + key + ": " + kind.example());
            return OptionalLong.empty();
        }
        Optional<FigureWithUnit> figure = FigureWithUnit.parse(written.get());
        OptionalLong factor = figure.map(known -> kind.factor(known.unit())).orElse(OptionalLong.empty());
        OptionalLong number = factor.isPresent() ? figure.get().times(factor.getAsLong()) : OptionalLong.empty();
        if (number.isEmpty()) {
            problems.add(
                    found.get().at(),
                    "wrong-number",
                    key + " is '" + Excerpt.of(written.get()) + "', which is " + fault(figure, factor, kind),
                    "write " + key + ": " + kind.example());
        }
        return number;
    }

    private static String fault(Optional<FigureWithUnit> figure, OptionalLong factor, FigureKind kind) {
        if (figure.isPresent() && figure.get().unit().isEmpty()) {
            return "a number without a unit";
        }
        return factor.isEmpty() ? "not " + kind.meaning() : "no whole number of them from 1 to " + Long.MAX_VALUE;
    }

    private static Optional<String> written(SourceValue found) {
        if (found instanceof SourceValue.Scalar scalar && scalar.value() instanceof PlainValue.Text text) {
            return Optional.of(text.text());
        }
        return found instanceof SourceValue.Scalar scalar && scalar.value() instanceof PlainValue.Num num
                ? Optional.of(num.described())
                : Optional.empty();
    }
}
