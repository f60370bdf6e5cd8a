package io.archmeter.report.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Takes the time out of a workbook. The library writes down when a workbook was made, and has no way to leave that out; programs need
 * not find it there (ECMA-376-2, 11.1). The copy has archive headers that every reader takes: the library writes sizes in 64 bits
 * after its parts, at which Java's reader of streams stumbles, so that the original is a file.
 */
final class TimelessArchive {
    /** The first that an entry of an archive can have. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final String PROPERTIES = "docProps/core.xml";
    private static final String CREATED = "<dcterms:created[^<]*</dcterms:created>";

    private TimelessArchive() {}

    /**
     * Copies a workbook, and leaves the stream open. By their names, the part that says what is in the archive comes first, where
     * programs look that have nothing but its beginning.
     */
    static void copy(Path workbook, OutputStream out) throws IOException {
        ZipOutputStream copy = new ZipOutputStream(out, StandardCharsets.UTF_8);
        try (ZipFile archive = new ZipFile(workbook.toFile())) {
            List<? extends ZipEntry> parts = archive.stream()
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .toList();
            for (ZipEntry part : parts) {
                ZipEntry timeless = new ZipEntry(part.getName());
                timeless.setTimeLocal(NO_TIME);
                copy.putNextEntry(timeless);
                try (InputStream content = archive.getInputStream(part)) {
                    copy(part.getName(), content, copy);
                }
                copy.closeEntry();
            }
        }
        copy.finish();
    }

    private static void copy(String name, InputStream content, OutputStream out) throws IOException {
        if (name.equals(PROPERTIES)) {
            String properties = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            out.write(properties.replaceFirst(CREATED, "").getBytes(StandardCharsets.UTF_8));
        } else {
            content.transferTo(out);
        }
    }
}
