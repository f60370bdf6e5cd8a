package io.archmeter.cli;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** Lists of texts in a file, and as picocli takes them. */
final class Texts {
    private static final String[] NONE = new String[0];

    private Texts() {}

    static List<String> read(DataInput in) throws IOException {
        String[] texts = new String[in.readInt()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = in.readUTF();
        }
        return List.of(texts);
    }

    static void write(List<String> texts, DataOutput out) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            out.writeUTF(text);
        }
    }

    static String[] array(List<String> texts) {
        return texts.toArray(NONE);
    }
}
