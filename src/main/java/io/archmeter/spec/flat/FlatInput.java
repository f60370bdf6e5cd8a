package io.archmeter.spec.flat;

import io.archmeter.problem.Span;
import io.archmeter.value.PlainValue;
import io.archmeter.value.Rational;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link FlatOutput} has written. It is read before any of it is compiled: each call counts. */
final class FlatInput {
    private final byte[] bytes;
    private final List<String> files = new ArrayList<>();
    private int position;

    FlatInput(byte[] bytes) {
        this.bytes = bytes;
    }

    long number() {
        int next = bytes[position++];
        long number = next & 0x7F;
        for (int shift = 7; next < 0; shift += 7) {
            next = bytes[position++];
            number |= (next & 0x7FL) << shift;
        }
        return number;
    }

    int size() {
        return (int) number();
    }

    String text() {
        int header = size();
        int start = position;
        position += header >> 1;
        return new String(
                bytes, start, header >> 1, (header & 1) == 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    Span place() {
        int file = size();
        if (file == files.size()) {
            files.add(text());
        }
        return new Span(files.get(file), size(), size());
    }

    PlainValue value() {
        int kind = size();
        return switch (kind) {
            case FlatOutput.NOTHING -> new PlainValue.Nothing();
            case FlatOutput.FALSE -> new PlainValue.Flag(false);
            case FlatOutput.TRUE -> new PlainValue.Flag(true);
            case FlatOutput.COUNT -> PlainValue.Num.of(number());
            case FlatOutput.RATIONAL ->
                new PlainValue.Num(new Rational(new BigInteger(text()), new BigInteger(text())));
            case FlatOutput.TEXT -> new PlainValue.Text(text());
            case FlatOutput.ITEMS -> items();
            default -> throw new IllegalStateException("no such value: " + kind);
        };
    }

    private PlainValue items() {
        int size = size();
        List<PlainValue> items = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            items.add(value());
        }
        return new PlainValue.Items(items);
    }
}
