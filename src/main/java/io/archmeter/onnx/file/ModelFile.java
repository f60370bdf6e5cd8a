package io.archmeter.onnx.file;

import io.archmeter.problem.ProblemException;
import java.nio.file.Path;
import java.util.Optional;

/** An ONNX file: what it says, and the elements of its tensors for those who ask. */
public final class ModelFile {
    private final Reading reading;
    private final ExternalData external;
    private final ModelMessage message;

    private ModelFile(Reading reading, ExternalData external, ModelMessage message) {
        this.reading = reading;
        this.external = external;
        this.message = message;
    }

    /**
     * Reads a file without its weights.
     *
     * @param name the file as problems show it
     * @throws ProblemException where there is none, or it cannot be read, or is no ONNX file
     */
    public static ModelFile read(Path path, String name) {
        Reading reading = new Reading(Opening.open(path, name), name);
        OtherFile.byItsBeginning(reading).ifPresent(ModelFile::refuse);
        ModelMessage message;
        try {
            message = ModelReader.read(reading);
        } catch (ProblemException broken) {
            throw OtherFile.ifText(reading).orElse(broken);
        }
        if (message.graph().isEmpty() && message.irVersion() == 0) {
            throw OtherFile.ifText(reading).orElseGet(() -> OtherFile.ofNothingKnown(reading));
        }
        return new ModelFile(
                reading, new ExternalData(reading, path.toAbsolutePath().getParent()), message);
    }

    private static void refuse(ProblemException problem) {
        throw problem;
    }

    /** The file as problems show it. */
    public String name() {
        return reading.name();
    }

    /** What the file says. */
    public ModelMessage message() {
        return message;
    }

    /**
     * The elements of a tensor of this file, in the order of its axes, the last one fastest; empty where they are not there: the file
     * was made without weights, or the one that they are in is absent; and where they are of a type that has no numbers.
     *
     * @throws ProblemException where what the file says of them cannot be
     */
    public Optional<Elements> elements(TensorMessage tensor) {
        return TensorElements.of(reading, tensor, external);
    }
}
