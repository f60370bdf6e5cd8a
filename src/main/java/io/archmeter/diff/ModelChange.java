package io.archmeter.diff;

import io.archmeter.snapshot.Snapshot;

/**
 * What became of a model among several.
 *
 * @since 0.2.0
 */
public sealed interface ModelChange {
    /** It is there under the same key. */
    record Kept(Snapshot before, Snapshot after) implements ModelChange {}

    /** Another key has the same network now, and its own is gone. */
    record Renamed(Snapshot before, Snapshot after) implements ModelChange {}

    /** It was not there, neither under its key nor under another that is gone. */
    record New(Snapshot after) implements ModelChange {}

    /** It is not there any more, neither under its key nor under a new one. */
    record Gone(Snapshot before) implements ModelChange {}
}
