package io.archmeter.spec.load;

import io.archmeter.load.LoadOptions;
import io.archmeter.problem.ProblemException;
import io.archmeter.source.TextFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Models that a program has in its hands, as a text or a stream: they are held to what files are held to. */
public final class GivenModel {
    /** As much of a text as tells what it is. */
    private static final int BEGINNING = 512;

    private GivenModel() {}

    /**
     * Loads the model in a text: YAML, or JSON where it begins like an object of that.
     *
     * @param name the text as problems show it
     * @param variant empty for the model as it is written
     * @throws ProblemException with all that is wrong with it
     */
    public static ModelSources.Found in(String text, String name, Optional<String> variant, LoadOptions options) {
        PipeFormat told = PipeFormat.of(
                text.substring(0, Math.min(text.length(), BEGINNING)).getBytes(StandardCharsets.UTF_8));
        TextFile.Format format = told == PipeFormat.JSON ? TextFile.Format.JSON : TextFile.Format.YAML;
        return loaded(
                new ReadModel.Spec(TextFile.of(name, text, format, TextFile.Bound.OF_SPECS)), name, variant, options);
    }

    /**
     * The same of a text that is read to its end; the reader stays open.
     *
     * @throws ProblemException also where nothing can be read
     */
    public static ModelSources.Found in(Reader text, String name, Optional<String> variant, LoadOptions options) {
        try {
            return in(read(text), name, variant, options);
        } catch (IOException unreadable) {
            throw ReadModel.unreadable(name, unreadable);
        }
    }

    /**
     * Loads the model in a stream, which is read to its end and stays open: YAML, JSON or ONNX, as it begins.
     *
     * @param variant of a spec; empty for the model as it is written
     * @throws ProblemException with all that is wrong with it, and where nothing can be read
     */
    public static ModelSources.Found in(InputStream bytes, String name, Optional<String> variant, LoadOptions options) {
        ReadModel read;
        try {
            read = ReadModel.of(bytes, name, Optional.empty());
        } catch (IOException unreadable) {
            throw ReadModel.unreadable(name, unreadable);
        }
        return loaded(read, name, variant, options);
    }

    private static ModelSources.Found loaded(
            ReadModel read, String name, Optional<String> variant, LoadOptions options) {
        if (read instanceof ReadModel.Onnx onnx) {
            if (variant.isPresent()) {
                throw OnnxModels.withoutVariants(name);
            }
            return OnnxModels.found(onnx.file(), options);
        }
        TextFile text = ((ReadModel.Spec) read).text();
        return new ModelSources.Found(SpecLoader.load(text, variant, options), Optional.empty());
    }

    /** All of it, or a little more than a text may have. */
    private static String read(Reader text) throws IOException {
        int most = TextFile.Bound.OF_SPECS.bytes() + 1;
        char[] some = new char[1 << 13];
        StringBuilder all = new StringBuilder();
        int count = text.read(some);
        while (count >= 0 && all.length() < most) {
            all.append(some, 0, count);
            count = text.read(some);
        }
        return all.toString();
    }
}
