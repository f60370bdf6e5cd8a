package io.archmeter.op;

/** An attribute that is left out where it has its usual value. */
interface Usual {
    boolean isUsual();
}
