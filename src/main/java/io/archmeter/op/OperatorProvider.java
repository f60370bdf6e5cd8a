package io.archmeter.op;

import java.util.List;

/**
 * Operators of a project, beside those of the {@link Catalogue}. {@link java.util.ServiceLoader} finds it by the file {@code
 * META-INF/services/io.archmeter.op.OperatorProvider}, which names the class; it needs a constructor without parameters.
 */
public interface OperatorProvider {
    /** The operators, each of a kind that no other has. */
    List<Operator> operators();
}
