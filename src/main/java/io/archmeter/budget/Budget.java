package io.archmeter.budget;

import java.util.List;
import java.util.Optional;

/**
 * A budget file as it is written.
 *
 * @param file as problems show it; what it names lies relative to its folder
 * @param baseline the file with which relative limits compare
 */
public record Budget(String file, Optional<BudgetEntry.Reference> baseline, List<BudgetEntry> entries) {
    public Budget {
        entries = List.copyOf(entries);
    }
}
