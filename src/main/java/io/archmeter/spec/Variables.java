package io.archmeter.spec;

import io.archmeter.op.Value;
import java.util.*;

interface Variables {
    Optional<Value> get(String name);

    Collection<String> names();
}
