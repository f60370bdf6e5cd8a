package io.archmeter.report;

import io.archmeter.analysis.CostReport;
import io.archmeter.analysis.CostTree;
import io.archmeter.analysis.Explanation;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.memory.MemoryPlan;
import io.archmeter.report.document.Card;
import io.archmeter.report.document.Document;
import io.archmeter.report.picture.Picture;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What each layer of a model costs, to be looked at: figures, pictures, the layers in their modules, and a card for each. */
public final class AnalyzePage {
    /** Beyond this a browser would take long to open the page, and nobody could see what is on it. */
    public static final int MOST = 3_000;

    private final CostReport all;
    private final CostReport shown;
    private final NetworkFacts network;
    private final MemoryPlan memory;
    private final Optional<Integer> depth;
    private final Optional<FoldedLayers> folded;

    /**
     * A page of a network.
     *
     * @param all its layers
     * @param shown the rows of its table: layers, or modules that they are folded into
     * @param depth how many levels of modules the drawing has unfolded; empty where it chooses
     */
    public AnalyzePage(
            CostReport all, CostReport shown, NetworkFacts network, MemoryPlan memory, Optional<Integer> depth) {
        this.all = all;
        this.shown = shown;
        this.network = network;
        this.memory = memory;
        this.depth = depth;
        this.folded = isSmall() ? Optional.empty() : FoldedLayers.within(MOST, shown);
    }

    private List<Picture> pictures() {
        Optional<CostReport> drawn = isSmall() ? Optional.of(shown) : folded.map(FoldedLayers::report);
        List<Picture> pictures = new ArrayList<>();
        pictures.add(GraphPicture.of(network, all.training(), depth));
        drawn.flatMap(ModuleMaps::of).ifPresent(pictures::add);
        return pictures;
    }

    /** The document with its pictures alone, of which a format draws one. */
    public Document drawn(Ranking ranking) {
        return table(ranking).with(pictures(), List.of());
    }

    /** The document, with its pictures. A ranking has no modules: what it puts in order are the rows. */
    public Document document(Ranking ranking) {
        Document page = table(ranking)
                .with(pictures(), isSmall() ? cards() : List.of())
                .beginning(AnalyzeTiles.of(all, network, memory));
        return isSmall() ? page : page.noting(tooMany());
    }

    private Document table(Ranking ranking) {
        return ranking.equals(Ranking.NONE)
                ? AnalyzeDocument.ofTree(shown, memory)
                : AnalyzeDocument.of(shown, memory, ranking);
    }

    private String tooMany() {
        String many = "more than " + MOST + " rows: none has a card to look at, and ";
        return folded.map(modules -> many + "the map stops at modules; --depth " + modules.depth()
                        + " shows modules in place of layers, and a card for each")
                .orElse(many + "there is no map; so many lie beside each other that no --depth folds them into fewer");
    }

    private boolean isSmall() {
        return shown.layers().size() <= MOST;
    }

    private List<Card> cards() {
        List<Card> cards = new ArrayList<>();
        Set<String> rows = new HashSet<>();
        shown.layers().stream().filter(row -> row.op().isPresent()).forEach(row -> rows.add(row.name()));
        LayerCards ofLayers = new LayerCards(all, network);
        for (Explanation layer : Explanation.of(network, all.training())) {
            if (rows.contains(layer.layer().name())) {
                cards.add(ofLayers.of(layer));
            }
        }
        new ModuleCards(shown.total())
                .of(CostTree.of(shown)).stream()
                        .filter(card -> !rows.contains(card.of()))
                        .forEach(cards::add);
        return cards;
    }
}
