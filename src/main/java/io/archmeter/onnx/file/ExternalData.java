package io.archmeter.onnx.file;

import io.archmeter.problem.Excerpt;
import io.archmeter.problem.ProblemException;
import io.archmeter.source.FilePath;
import io.archmeter.source.FilesRead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Elements that lie in other files, in the folder of the model or below it and nowhere else. */
final class ExternalData {
    private static final String CODE = "bad-external-data";
    static final String OUTSIDE = "external-data-outside";
    private static final String EXPORT_AGAIN = "export the model again, with its weights beside it";

    private final Reading reading;
    private final Path folder;

    /**
     * The files that a model names.
     *
     * @param folder of the model
     */
    ExternalData(Reading reading, Path folder) {
        this.reading = reading;
        this.folder = folder;
    }

    /**
     * Whether what the model says of the place of a tensor can be; no file is looked for.
     *
     * @param expected how many bytes the tensor has
     */
    void check(TensorMessage tensor, long expected) {
        TensorCheck check = new TensorCheck(reading, tensor);
        file(tensor, check);
        number(tensor, "offset", check);
        number(tensor, "length", check).ifPresent(length -> check.requireLength(length, expected));
    }

    /** Whether the file with a tensor is not there. */
    boolean isAbsent(TensorMessage tensor) {
        return Files.notExists(file(tensor, new TensorCheck(reading, tensor)));
    }

    /**
     * The bytes of a tensor, whose file is there.
     *
     * @param expected how many they are
     */
    FileBytes bytes(TensorMessage tensor, long expected) {
        TensorCheck check = new TensorCheck(reading, tensor);
        Path file = file(tensor, check);
        long offset = number(tensor, "offset", check).orElse(0);
        try {
            requireInside(file, check);
            FilesRead.add(file);
            long size = Files.size(file);
            if (offset > size - expected) {
                throw check.problem(
                        CODE,
                        "has " + expected + " bytes at " + offset + " of '" + shown(file) + "', which has " + size,
                        "get the file of weights again: it is not complete, or another one");
            }
            return FileBytes.read(file, new ByteRange(offset, expected));
        } catch (IOException e) {
            throw check.problem(
                    CODE,
                    "has its elements in '" + shown(file) + "', which cannot be read: " + e.getMessage(),
                    "check the disk, and the permission to read the file");
        }
    }

    /** Judged by its name alone: what leads out of the folder is not even looked for. */
    private Path file(TensorMessage tensor, TensorCheck check) {
        String location = tensor.external().getOrDefault("location", "");
        if (location.isEmpty()) {
            throw check.problem(CODE, "has its elements in another file, and does not say in which", EXPORT_AGAIN);
        }
        if (leadsOut(location)) {
            throw outside(location, check);
        }
        return FilePath.find(location)
                .map(folder::resolve)
                .orElseThrow(() -> check.problem(
                        CODE,
                        "has its elements in '" + Excerpt.of(location) + "', and no file can have this name",
                        EXPORT_AGAIN));
    }

    private static boolean leadsOut(String location) {
        boolean drive = location.length() > 1 && location.charAt(1) == ':' && Character.isLetter(location.charAt(0));
        return drive
                || location.startsWith("/")
                || location.indexOf('\\') >= 0
                || ("/" + location + "/").contains("/../");
    }

    private void requireInside(Path file, TensorCheck check) throws IOException {
        if (!FilePath.real(file).startsWith(FilePath.real(folder))) {
            throw outside(shown(file), check);
        }
        if (!Files.isRegularFile(file)) {
            throw check.problem(CODE, "has its elements in '" + shown(file) + "', which is no file", EXPORT_AGAIN);
        }
    }

    private static ProblemException outside(String location, TensorCheck check) {
        return check.problem(
                OUTSIDE,
                "has its elements in '" + Excerpt.of(location) + "', outside of the folder of the model",
                "put the file beside the model, and export it again; no other file is opened");
    }

    private String shown(Path file) {
        return Excerpt.of(folder.relativize(file).toString());
    }

    private static OptionalLong number(TensorMessage tensor, String key, TensorCheck check) {
        String written = tensor.external().getOrDefault(key, "");
        if (written.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            long number = Long.parseLong(written);
            if (number >= 0) {
                return OptionalLong.of(number);
            }
        } catch (NumberFormatException noNumber) {
            // Said below, as of a negative one.
        }
        throw check.problem(
                CODE,
                "has the " + key + " '" + Excerpt.of(written) + "' in another file, which is no number of bytes",
                EXPORT_AGAIN);
    }
}
