package io.archmeter.report.svg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FreePlacesTest {
    private static final FreePlaces.Box PAPER = new FreePlaces.Box(0, 0, 300, 200);

    private static FreePlaces.Box box(int x, int y) {
        return new FreePlaces.Box(x, y, 10, 10);
    }

    @Test
    void theFirstPlaceIsOnTheRight() {
        FreePlaces places = new FreePlaces(PAPER, 1);

        assertThat(places.beside(box(100, 100), 40, 10)).contains(new FreePlaces.Box(113, 100, 40, 10));
        assertThat(places.beside(box(100, 100), 40, 10)).contains(new FreePlaces.Box(57, 100, 40, 10));
        assertThat(places.beside(box(100, 100), 40, 10)).contains(new FreePlaces.Box(85, 87, 40, 10));
    }

    @Test
    void nothingLiesBeyondThePaper() {
        assertThat(new FreePlaces(PAPER, 1).beside(box(285, 100), 40, 10))
                .contains(new FreePlaces.Box(242, 100, 40, 10));
        assertThat(new FreePlaces(PAPER, 9).beside(box(100, 100), 400, 10)).isEmpty();
    }

    /** What is only avoided is taken before nothing is. */
    @Test
    void whereAllIsAvoidedTheFirstPlaceIsTaken() {
        FreePlaces places = new FreePlaces(PAPER, 1);
        places.avoid(new FreePlaces.Box(111, 0, 189, 200));
        assertThat(places.beside(box(100, 100), 40, 10)).contains(new FreePlaces.Box(57, 100, 40, 10));

        places.avoid(PAPER);
        assertThat(places.beside(box(100, 100), 40, 10)).contains(new FreePlaces.Box(113, 100, 40, 10));

        places.take(PAPER);
        assertThat(places.beside(box(100, 100), 40, 10)).isEmpty();
    }

    @Test
    void noTwoTextsMeet() {
        Random random = new Random(3);
        for (int round = 0; round < 50; round++) {
            FreePlaces places = new FreePlaces(PAPER, 4);
            List<FreePlaces.Box> placed = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                FreePlaces.Box around =
                        new FreePlaces.Box(random.nextInt(300), random.nextInt(200), random.nextInt(20), 9);
                places.beside(around, 10 + random.nextInt(60), 12).ifPresent(placed::add);
            }
            for (int i = 0; i < placed.size(); i++) {
                FreePlaces.Box one = placed.get(i);
                assertThat(PAPER.has(one))
                        .as("%s in round %d of seed 3", one, round)
                        .isTrue();
                assertThat(placed.subList(i + 1, placed.size()))
                        .as("%s in round %d of seed 3", one, round)
                        .noneMatch(one::meets);
            }
        }
    }
}
