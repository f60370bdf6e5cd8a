package io.archmeter.sweep.part;

import io.archmeter.sweep.file.ReadSpace;
import java.util.Optional;

/**
 * What a cluster is to do.
 *
 * @param master who leads its machines; empty where that is said elsewhere
 * @param rows the folder in which the rows of all parts are to be; empty for none
 * @param resumes whether parts may be there
 */
public record ClusterJob(ReadSpace space, Optional<String> master, Optional<String> rows, boolean resumes) {}
