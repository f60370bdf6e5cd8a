package io.archmeter.budget.check;

import java.util.List;

/** Holds a model to one kind of what its budget says. */
interface Check {
    Rule rule();

    /** What came of each limit of its kind, kept or broken. */
    List<Result> results(ModelUnderCheck model);
}
