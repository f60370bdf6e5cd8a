package io.archmeter.spec.expression;

import io.archmeter.value.PlainValue;
import java.util.Collection;
import java.util.Optional;

/** What the names in an expression stand for. A name may have dots: {@code in.channels} is one name. */
public interface Variables {
    Optional<PlainValue> get(String name);

    /** How many names there are: among so many each one is looked for. */
    int count();

    /** All names, to say which one was probably meant. */
    Collection<String> names();

    /** What to do about a name that stands for nothing, where there is more to say than which one was meant. */
    default Optional<String> remedy(String name) {
        return Optional.empty();
    }
}
