package io.archmeter.roofline.file;

import io.archmeter.value.ByteUnit;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What a figure of a device counts. */
enum FigureKind {
    MEMORY("an amount of memory", "40GB or 40GiB", "[kMGT]i?B") {
        @Override
        OptionalLong factor(String unit) {
            return bytes(unit);
        }
    },
    BANDWIDTH("bytes per second", "1555GB/s", "[kMGT]i?B/s") {
        @Override
        OptionalLong factor(String unit) {
            return unit.endsWith(PER_SECOND)
                    ? bytes(unit.substring(0, unit.length() - PER_SECOND.length()))
                    : OptionalLong.empty();
        }
    },
    OPERATIONS("operations per second, a multiply-add being two", "19.5T", "[kMGTP](FLOPS|OPS|FLOP/s|OP/s)?") {
        @Override
        OptionalLong factor(String unit) {
            String prefix = unit.replaceFirst("(FLOPS|OPS|FLOP/s|OP/s)$", "");
            return Optional.ofNullable(PREFIXES.get(prefix))
                    .map(OptionalLong::of)
                    .orElse(OptionalLong.empty());
        }
    };

    private static final String PER_SECOND = "/s";
    private static final Map<String, Long> PREFIXES = Map.of(
            "k", 1_000L,
            "M", 1_000_000L,
            "G", 1_000_000_000L,
            "T", 1_000_000_000_000L,
            "P", 1_000_000_000_000_000L);

    private final String meaning;
    private final String example;
    private final String units;

    /** @param units a regular expression for JSON Schema */
    FigureKind(String meaning, String example, String units) {
        this.meaning = meaning;
        this.example = example;
        this.units = units;
    }

    /** What a unit stands for; empty where it is none of this kind. Bits are no bytes, so that capital letters matter. */
    abstract OptionalLong factor(String unit);

    private static OptionalLong bytes(String unit) {
        return ByteUnit.like(unit)
                .filter(known -> known.toString().equals(unit))
                .map(known -> OptionalLong.of(known.bytes()))
                .orElse(OptionalLong.empty());
    }

    String meaning() {
        return meaning;
    }

    String example() {
        return example;
    }

    /** All texts that can be one, as a regular expression for JSON Schema. */
    String pattern() {
        return "^\\s*([0-9]+(\\.[0-9]+)?|\\.[0-9]+)\\s*" + units + "\\s*$";
    }
}
