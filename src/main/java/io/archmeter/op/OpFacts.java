package io.archmeter.op;

import java.util.List;

/**
 * All that is known of an operator on given inputs.
 *
 * @param outputs what it puts out, and how that comes about
 */
public record OpFacts(List<OutputDeclaration> outputs, Work work, Reach reach, Storage storage) {
    public OpFacts {
        outputs = List.copyOf(outputs);
    }
}
