package io.archmeter.sweep.file;

import io.archmeter.source.TextFile;
import io.archmeter.spec.library.Library;
import io.archmeter.sweep.Sample;
import io.archmeter.sweep.Sweep;
import io.archmeter.sweep.TextBytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a space says, and all files that it names: the same sweep can be read of them where none of these files is.
 *
 * @param specs by the paths by which a library knows them
 * @param accuracies by their names
 * @param sample that is taken
 */
public record SpaceTexts(
        TextFile space, Map<String, TextFile> specs, Map<String, TextFile> accuracies, Optional<Sample> sample) {
    public SpaceTexts {
        specs = new TreeMap<>(specs);
        accuracies = new TreeMap<>(accuracies);
    }

    /** The sweep that was read. */
    public Sweep sweep() {
        SpaceFiles files = new SpaceFiles() {
            @Override
            public Library specs(Library library) {
                return specs::get;
            }

            @Override
            public TextFile accuracies(String name) {
                return accuracies.get(name);
            }
        };
        return SpaceFile.read(space, sample, files).sweep();
    }

    /** All of it as bytes. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            DataOutput out = new DataOutputStream(bytes);
            write(space, out);
            write(specs, out);
            write(accuracies, out);
            out.writeBoolean(sample.isPresent());
            if (sample.isPresent()) {
                out.writeLong(sample.get().points());
                out.writeLong(sample.get().seed());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory takes all that is written", impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(Map<String, TextFile> files, DataOutput out) throws IOException {
        out.writeInt(files.size());
        for (Map.Entry<String, TextFile> file : files.entrySet()) {
            TextBytes.write(file.getKey(), out);
            write(file.getValue(), out);
        }
    }

    private static void write(TextFile file, DataOutput out) throws IOException {
        TextBytes.write(file.name(), out);
        TextBytes.write(file.text(), out);
        TextBytes.write(file.format().name(), out);
    }

    /** What {@link #bytes} has written. */
    public static SpaceTexts of(byte[] bytes) {
        try {
            DataInput in = new DataInputStream(new ByteArrayInputStream(bytes));
            return new SpaceTexts(
                    file(in),
                    files(in),
                    files(in),
                    in.readBoolean() ? Optional.of(new Sample(in.readLong(), in.readLong())) : Optional.empty());
        } catch (IOException cut) {
            throw new UncheckedIOException("the texts of a space have an end", cut);
        }
    }

    private static Map<String, TextFile> files(DataInput in) throws IOException {
        Map<String, TextFile> files = new TreeMap<>();
        for (int more = in.readInt(); more > 0; more--) {
            files.put(TextBytes.read(in), file(in));
        }
        return files;
    }

    private static TextFile file(DataInput in) throws IOException {
        return new TextFile(TextBytes.read(in), TextBytes.read(in), TextFile.Format.valueOf(TextBytes.read(in)));
    }
}
