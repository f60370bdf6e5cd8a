package io.archmeter.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README and the pages of the manual point at is there. */
class LinksTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```$|`[^`\n]*`");
    private static final Pattern MENU = Pattern.compile("href=\"([^\"]+)\\.html\"");

    static Stream<Path> files() {
        return Stream.concat(Manual.files().stream(), Stream.of(Path.of("CONTRIBUTING.md")));
    }

    @ParameterizedTest
    @MethodSource("files")
    void filesThatAreLinkedToAreThere(Path file) {
        Path folder = Path.of("").resolve(file).toAbsolutePath().getParent();
        assertThat(linked(file))
                .allSatisfy(link -> assertThat(folder.resolve(link)).exists());
    }

    /** A heading has one name where the pages are read in a repository and another on the site: a link goes to a whole page. */
    @ParameterizedTest
    @MethodSource("files")
    void noLinkGoesIntoAPage(Path file) {
        assertThat(linked(file)).noneMatch(link -> link.contains("#"));
    }

    @Test
    void theIndexAndTheMenuOfTheSiteHaveEveryPage() {
        List<String> pages = Manual.files().stream()
                .skip(1)
                .map(page -> page.getFileName().toString())
                .toList();

        assertThat(Stream.concat(Stream.of("index.md"), linked(Manual.PAGES.resolve("index.md"))))
                .containsExactlyInAnyOrderElementsOf(pages);
        assertThat(MENU.matcher(Manual.read(Path.of("src/site/site.xml")))
                        .results()
                        .map(item -> item.group(1) + ".md"))
                .containsExactlyInAnyOrderElementsOf(pages);
    }

    /** Somebody who comes for the first time reads one page. */
    @Test
    void theReadmeIsShort() {
        assertThat(Path.of("README.md").toFile().length()).isLessThanOrEqualTo(12_000);
    }

    /** Links to files; code is not text. */
    private static Stream<String> linked(Path file) {
        String text = FENCED.matcher(Manual.read(file)).replaceAll("");
        return LINK.matcher(text).results().map(link -> link.group(1)).filter(link -> !link.contains("://"));
    }
}
