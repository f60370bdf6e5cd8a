package io.archmeter.sweep.spark;

import io.archmeter.sweep.part.PartFolder;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.deploy.SparkHadoopUtil;

/** A folder that all machines see, wherever Hadoop finds it: HDFS, object stores, shared disks. */
record HadoopFolder(String name, Path path, FileSystem system) implements PartFolder {
    static HadoopFolder of(String name) throws IOException {
        Path path = new Path(name);
        FileSystem system = path.getFileSystem(SparkHadoopUtil.get().conf());
        // Sums of files that lie beside them would be wrong as soon as anybody else writes one.
        return new HadoopFolder(
                name, path, system instanceof LocalFileSystem local ? local.getRawFileSystem() : system);
    }

    @Override
    public List<String> files() throws IOException {
        List<String> names = new ArrayList<>();
        try {
            for (FileStatus file : system.listStatus(path)) {
                if (!file.getPath().getName().startsWith(".")) {
                    names.add(file.getPath().getName());
                }
            }
        } catch (FileNotFoundException none) {
            return List.of();
        }
        return names;
    }

    @Override
    public Optional<byte[]> read(String file) throws IOException {
        try (FSDataInputStream in = system.open(new Path(path, file))) {
            return Optional.of(in.readAllBytes());
        } catch (FileNotFoundException none) {
            return Optional.empty();
        }
    }

    @Override
    public void write(String file, byte[] bytes) throws IOException {
        system.mkdirs(path);
        Path draft = new Path(path, "." + file + "." + UUID.randomUUID());
        try {
            try (FSDataOutputStream out = system.create(draft)) {
                out.write(bytes);
            }
            move(draft, new Path(path, file));
        } finally {
            system.delete(draft, false);
        }
    }

    /** Some file systems move nothing in place of a file that is there. */
    private void move(Path draft, Path file) throws IOException {
        if (system.rename(draft, file)) {
            return;
        }
        system.delete(file, false);
        if (!system.rename(draft, file) && !system.exists(file)) {
            throw new IOException("cannot write " + file);
        }
    }

    @Override
    public void remove(String file) throws IOException {
        system.delete(new Path(path, file), false);
    }
}
