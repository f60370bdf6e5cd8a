package io.archmeter.sweep.file;

import io.archmeter.sweep.Sweep;

/**
 * A space that was read.
 *
 * @param texts of which it can be read again, anywhere
 */
public record ReadSpace(Sweep sweep, SpaceTexts texts) {}
