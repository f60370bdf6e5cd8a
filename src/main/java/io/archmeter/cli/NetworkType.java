package io.archmeter.cli;

import io.archmeter.graph.DType;
import io.archmeter.graph.DTypeWords;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;

/** A type of {@code --dtype}, in which a network's floating-point numbers are stored. */
final class NetworkType implements ITypeConverter<DType>, Iterable<String> {
    @Override
    public DType convert(String word) {
        for (DType type : DType.OF_NETWORKS) {
            if (type.toString().equals(word)) {
                return type;
            }
        }
        throw new UnknownWord(DTypeWords.VOCABULARY.remedy(word, words()));
    }

    /** For shells that complete them. */
    @Override
    public Iterator<String> iterator() {
        return words().iterator();
    }

    private static List<String> words() {
        List<String> words = new ArrayList<>();
        for (DType type : DType.OF_NETWORKS) {
            words.add(type.toString());
        }
        return words;
    }
}
