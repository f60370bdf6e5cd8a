package io.archmeter.report.picture;

/** Something to look at, as data. What it shows was counted before; a drawing of it counts nothing. */
public sealed interface Picture
        permits Agreement,
                BeforeAfter,
                BlocksOverSteps,
                Curves,
                FrontPlot,
                GroupedBars,
                Headroom,
                Heaviest,
                InputWindow,
                LayerBars,
                LayerChanges,
                ModuleMap,
                NetworkDrawing,
                ParallelAxes,
                Scatter,
                StackedShares,
                Waterfall {
    /** What it is called on the command line and in a page, e.g. {@code arena}: no other of its document has this name. */
    String name();

    /** The line above it. */
    String title();

    /** What it shows, in a sentence or two for who cannot see it. */
    String summary();
}
