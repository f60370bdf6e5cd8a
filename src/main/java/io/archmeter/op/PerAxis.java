package io.archmeter.op;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** A whole number for each spatial axis: one that stands for all of them, or one each. */
record PerAxis(List<Integer> numbers) {
    PerAxis {
        numbers = List.copyOf(numbers);
    }

    static PerAxis of(int number) {
        return new PerAxis(List.of(number));
    }

    /** Refuses a list whose length is not the number of spatial axes. */
    void requireRank(String name, int rank) {
        if (numbers.size() != 1 && numbers.size() != rank) {
            throw new Refusal(
                    "wrong-rank",
                    name,
                    name + " has " + numbers.size() + " numbers, but the input has " + rank + " spatial axes",
                    "write one number for all axes, or " + rank);
        }
    }

    int get(int axis) {
        return numbers.get(numbers.size() == 1 ? 0 : axis);
    }

    /** One for each axis; refuses a list of another length. */
    List<Integer> each(String name, int rank) {
        requireRank(name, rank);
        return numbers.size() == rank ? numbers : Collections.nCopies(rank, numbers.get(0));
    }

    /** As it would be written in a spec. */
    @Override
    public String toString() {
        return numbers.size() == 1
                ? numbers.get(0).toString()
                : numbers.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
    }
}
