package io.archmeter.onnx.file;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An ONNX file: what it says, and the elements of its tensors for those who ask. */
public final class ModelFile {
    /** Nobody mends more in one go, and a hostile file could otherwise fill the memory with problems. */
    private static final int MOST_PROBLEMS = 100;

    private static final Path NO_FOLDER = Path.of("no folder of that file");

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
        return read(Opening.open(path, name), path.toAbsolutePath().getParent(), name);
    }

    /**
     * Reads a file that lies in no folder; elements in other files are absent.
     *
     * @param name the file as problems show it
     * @throws ProblemException where it is no ONNX file
     */
    public static ModelFile of(byte[] bytes, String name) {
        return read(FileBytes.of(bytes), NO_FOLDER, name);
    }

    /**
     * Reads a file that comes through a pipe, and lies in no folder either. It may be as large as one on a disk: its bytes are kept in a temporary
     * file.
     *
     * @param name the pipe as problems show it
     * @throws IOException where nothing can be read
     * @throws ProblemException where it is no ONNX file, or larger than one can be
     */
    public static ModelFile read(InputStream in, String name) throws IOException {
        return read(PipedBytes.read(in, name, PipedBytes.MOST), NO_FOLDER, name);
    }

    /**
     * Reads bytes as those of a file.
     *
     * @param folder in which the file is
     */
    static ModelFile read(FileBytes bytes, Path folder, String name) {
        Reading reading = new Reading(bytes, name);
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
        return new ModelFile(reading, new ExternalData(reading, folder), message);
    }

    /** The code of the problem that elements lie where they may not. */
    public static final String OUTSIDE = ExternalData.OUTSIDE;

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

    /** Whether the elements of a tensor are in another file that is not there; one that may not be read counts as there. */
    public boolean isAbsent(TensorMessage tensor) {
        try {
            return tensor.isExternal() && external.isAbsent(tensor);
        } catch (ProblemException wrong) {
            return false;
        }
    }

    /**
     * The elements of a tensor of weights, however many they are, as float32: whole numbers up to 2^24 are exact. Empty where they are not
     * there, or are of a type that has no numbers.
     *
     * @throws ProblemException where what the file says of them cannot be
     */
    public Optional<float[]> weights(TensorMessage tensor) {
        return TensorElements.floats(reading, tensor, external);
    }

    /**
     * What is wrong with the tensors of this file, as far as this is seen without a look at their elements: extents, how many bytes
     * there are, where other files would lie; the first hundred of them. It is for {@link #elements} to refuse such a tensor; who counts parameters needs none.
     */
    public List<Problem> tensorProblems() {
        List<Problem> problems = new ArrayList<>();
        for (TensorMessage tensor : Tensors.of(message)) {
            if (problems.size() >= MOST_PROBLEMS) {
                break;
            }
            try {
                TensorElements.check(reading, tensor, external);
            } catch (ProblemException wrong) {
                problems.addAll(wrong.problems());
            }
        }
        return List.copyOf(problems);
    }
}
