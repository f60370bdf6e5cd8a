package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.report.markup.PageResource;
import io.archmeter.report.writer.ParsedPage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** What holds for every page, whatever the names are in it. */
final class PageRules {
    /** Elements that fetch, run or send something. */
    private static final Set<String> NEVER = Set.of(
            "img",
            "image",
            "iframe",
            "frame",
            "object",
            "embed",
            "link",
            "base",
            "form",
            "video",
            "audio",
            "source",
            "track",
            "use",
            "foreignObject",
            "animate",
            "set",
            "template",
            "noscript");

    /** Attributes whose value is the name of another element. */
    private static final List<String> REFERENCES =
            List.of("aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "for");

    private static final Pattern HEADING = Pattern.compile("h[1-6]");

    private PageRules() {}

    static ParsedPage requireHold(String html) {
        assertThat(html).startsWith("<!DOCTYPE html>\n");
        ParsedPage page = ParsedPage.of(html);
        requireOwnScriptsAlone(page);
        requireNothingFetched(page);
        requireReferences(page);
        requireNamesForAll(page);
        requireVisible(page);
        return page;
    }

    /** The policy in front of everything allows the texts that are there by their hashes, and nothing else. */
    private static void requireOwnScriptsAlone(ParsedPage page) {
        assertThat(page.own()).hasSize(PageResource.values().length);
        List<String> hashes = page.own().stream().map(PageRules::hash).toList();
        List<Element> policies = page.all("meta").stream()
                .filter(meta -> meta.getAttribute("http-equiv").equals("Content-Security-Policy"))
                .toList();
        assertThat(policies).hasSize(1);
        assertThat(policies.get(0).getAttribute("content"))
                .startsWith("default-src 'none'; style-src 'sha256-")
                .doesNotContain("unsafe", "http", "*", "data:")
                .contains(hashes);
        assertThat(policies.get(0).getAttribute("content").split("'sha256-")).hasSize(hashes.size() + 1);
        List<Element> own = new ArrayList<>(page.all("style"));
        own.addAll(page.all("script"));
        assertThat(own).hasSameSizeAs(hashes).noneMatch(Element::hasAttributes);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new AssertionError(everyJavaHasIt);
        }
    }

    private static void requireNothingFetched(ParsedPage page) {
        assertThat(page.all()).extracting(Element::getTagName).doesNotContainAnyElementsOf(NEVER);
        assertThat(page.attributes())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("on"))
                .doesNotContain("style", "src", "srcset", "action", "formaction", "ping", "xlink:href", "background");
        assertThat(page.values("href")).allMatch(target -> target.startsWith("#"));
    }

    private static void requireReferences(ParsedPage page) {
        List<String> names = page.values("id");
        assertThat(names).doesNotHaveDuplicates().noneMatch(name -> name.contains(" "));
        for (String reference : REFERENCES) {
            page.values(reference)
                    .forEach(value -> assertThat(names).as(reference).contains(value.split(" ")));
        }
        assertThat(names)
                .containsAll(page.values("href").stream()
                        .map(target -> target.substring(1))
                        .toList());
    }

    /** Who hears a page and does not see it knows where he is. */
    private static void requireNamesForAll(ParsedPage page) {
        assertThat(page.all("main")).hasSize(1);
        assertThat(page.all("h1")).hasSize(1);
        int level = 0;
        for (Element element : page.all()) {
            if (HEADING.matcher(element.getTagName()).matches()) {
                int next = element.getTagName().charAt(1) - '0';
                assertThat(next).as(element.getTextContent()).isLessThanOrEqualTo(level + 1);
                assertThat(element.getTextContent()).isNotBlank();
                level = next;
            }
        }
        assertThat(page.all("table"))
                .allMatch(table -> table.hasAttribute("aria-labelledby")
                        || table.getFirstChild().getNodeName().equals("caption"));
        assertThat(page.all("th")).allMatch(header -> header.hasAttribute("scope"));
        assertThat(page.all("svg")).allMatch(svg -> svg.hasAttribute("aria-hidden") || svg.hasAttribute("aria-label"));
        assertThat(page.all("nav")).allMatch(nav -> nav.hasAttribute("aria-label"));
    }

    /** Nothing in a name turns the direction of a text, or makes it look like another. */
    private static void requireVisible(ParsedPage page) {
        StringBuilder all = new StringBuilder(page.text());
        page.values("data-of").forEach(all::append);
        page.values("aria-label").forEach(all::append);
        assertThat(all.codePoints().filter(point -> point != '\n').filter(PageRules::isHidden))
                .isEmpty();
    }

    private static boolean isHidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
