package io.archmeter.report.svg;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.report.picture.ModuleMap;
import io.archmeter.report.picture.ModuleMap.Block;
import io.archmeter.report.picture.Quantity;
import io.archmeter.report.writer.ParsedPage;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class ModuleMapDrawingTest {
    private static final long SEED = 20_261_201;

    /** Of 1200 pixels 1/4 are 300, and 3/4 are 900. */
    @Test
    void aBlockIsAsWideAsItsShare() {
        Element root = drawn(map(module("net", layer("a", 1), layer("b", 3))));
        List<Element> blocks = ParsedPage.children(root, "g");

        assertThat(blocks).extracting(block -> of(block, "x")).containsExactly(0, 300);
        assertThat(blocks).extracting(block -> of(block, "width")).containsExactly(300, 900);
    }

    @Test
    void whatHasNothingOfTheFigureHasNoWidth() {
        Element root = drawn(map(module("net", layer("a", 0), layer("b", 0))));

        assertThat(of(root, "width")).isEqualTo(1200);
        assertThat(ParsedPage.children(root, "g"))
                .extracting(block -> of(block, "width"))
                .containsExactly(0, 0);
    }

    /** 2^53 + 1 is the first whole number that a script would round. */
    @Test
    void amountsAreThereToTheLastDigit() {
        Element root = drawn(map(module("net", layer("a", 9_007_199_254_740_993L))));

        assertThat(ParsedPage.children(root, "g").get(0).getAttribute("data-amounts"))
                .isEqualTo("9007199254740993");
    }

    @Test
    void childrenTileTheirParentAndLayersReachTheBottom() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < 200; round++) {
            Element root = drawn(map(module("net", children(random, 4))));
            requireTiled(root, bottom(root), "seed " + SEED + ", round " + round);
        }
    }

    private static int bottom(Element root) {
        int bottom = 0;
        for (Element rect : ParsedPage.all(root, "rect")) {
            bottom = Math.max(bottom, number(rect, "y") + number(rect, "height"));
        }
        return bottom;
    }

    private static void requireTiled(Element block, int bottom, String round) {
        List<Element> children = ParsedPage.children(block, "g");
        int at = of(block, "x");
        for (Element child : children) {
            assertThat(of(child, "x")).as(round).isEqualTo(at);
            assertThat(of(child, "y")).as(round).isEqualTo(of(block, "y") + of(block, "height"));
            at += of(child, "width");
            requireTiled(child, bottom, round);
        }
        if (children.isEmpty()) {
            assertThat(of(block, "y") + of(block, "height")).as(round).isEqualTo(bottom);
        } else if (!block.getAttribute("data-amounts").equals("0")) {
            assertThat(at).as(round).isEqualTo(of(block, "x") + of(block, "width"));
        }
    }

    private static Block[] children(SplittableRandom random, int deepest) {
        List<Block> children = new ArrayList<>();
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            boolean module = deepest > 1 && random.nextBoolean();
            long amount = random.nextInt(3) == 0 ? 0 : random.nextLong(1_000_000_000_000L);
            children.add(module ? module("m" + i, children(random, deepest - 1)) : layer("l" + i, amount));
        }
        return children.toArray(Block[]::new);
    }

    private static Block layer(String name, long amount) {
        return new Block(name, name, "", 0, List.of(new Quantity(amount, amount + " k")), List.of());
    }

    private static Block module(String name, Block... children) {
        long sum = 0;
        for (Block child : children) {
            sum += child.amounts().get(0).exact();
        }
        return new Block(name, name, "", Block.MODULE, List.of(new Quantity(sum, sum + " k")), List.of(children));
    }

    private static ModuleMap map(Block whole) {
        return new ModuleMap("map", "title", "summary", List.of("figure"), 0, List.of("kind"), whole);
    }

    private static Element drawn(ModuleMap map) {
        Element group = ParsedPage.of(Svg.alone(map)).all("g", "class", "map").get(0);
        return ParsedPage.children(group, "g").get(0);
    }

    private static int of(Element block, String attribute) {
        return number(ParsedPage.children(block, "rect").get(0), attribute);
    }

    private static int number(Element rect, String attribute) {
        return Integer.parseInt(rect.getAttribute(attribute));
    }
}
