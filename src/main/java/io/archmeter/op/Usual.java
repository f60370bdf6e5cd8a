package io.archmeter.op;

/** An attribute that is left out where it is what is usual. */
interface Usual {
    boolean isUsual();
}
