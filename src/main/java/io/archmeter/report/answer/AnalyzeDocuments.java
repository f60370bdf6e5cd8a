package io.archmeter.report.answer;

import io.archmeter.analysis.CostReport;
import io.archmeter.analysis.MemoryReport;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.memory.MemoryPlan;
import io.archmeter.memory.MemoryPlanner;
import io.archmeter.report.AnalyzeDocument;
import io.archmeter.report.AnalyzePage;
import io.archmeter.report.Ranking;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Format;
import io.archmeter.report.document.NamedDocument;
import io.archmeter.training.Optimizer;
import java.util.List;
import java.util.Optional;

/**
 * What each layer of a network costs.
 *
 * @param costs of all layers
 * @param facts with the type of elements that the costs are counted with
 * @param depth how many levels of modules are shown, with layers folded into them; empty for layers
 */
public record AnalyzeDocuments(CostReport costs, NetworkFacts facts, Optional<Integer> depth, Ranking ranking)
        implements Documents {
    @Override
    public List<NamedDocument> in(Format format) {
        CostReport rows = depth.isPresent() ? costs.folded(depth.get()) : costs;
        return List.of(NamedDocument.of(format.showsPictures() ? page(rows, format) : document(rows, format)));
    }

    private Document page(CostReport rows, Format format) {
        AnalyzePage page = new AnalyzePage(costs, rows, facts, plan(), depth);
        return format == Format.HTML ? page.document(ranking) : page.drawn(ranking);
    }

    /** A table has rows alone, so nothing is planned for it; what training needs is there for programs. */
    private Document document(CostReport rows, Format format) {
        return switch (format.audience()) {
            case TABLES -> AnalyzeDocument.of(rows, ranking);
            case PROGRAMS -> AnalyzeDocument.of(rows, plan(), MemoryReport.of(facts, Optimizer.ADAM), ranking);
            case PEOPLE, SPREADSHEETS -> AnalyzeDocument.of(rows, plan(), ranking);
        };
    }

    private MemoryPlan plan() {
        return MemoryPlanner.plan(facts, costs.training());
    }
}
