package io.archmeter.spec.flat;

import io.archmeter.problem.Span;
import java.util.List;
import java.util.OptionalInt;

/**
 * A layer of a flat model.
 *
 * @param name its path, as that of the node which it becomes
 * @param inputs the numbers of the values that it takes; the inputs of the model have the first
 * @param weightsOf the number of the node whose weights it takes; empty where it has its own
 * @param auxiliary whether it serves an output beside the main one
 * @param functional whether it is the call of a function, and no module
 * @param place where it is written
 * @param calls where it is written in a block, the calls that lead there, the nearest first
 */
record FlatLayer(
        String name,
        FlatCall call,
        List<Integer> inputs,
        OptionalInt weightsOf,
        boolean auxiliary,
        boolean functional,
        Span place,
        List<Span> calls) {}
