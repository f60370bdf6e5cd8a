package io.archmeter.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** A page that is open in a browser: what somebody does with it, and sees of it. Elements are named by selectors of CSS. */
final class BrowserPage {
    private static final Duration MOST_PATIENCE = Duration.ofSeconds(20);

    private final ChromeDriver driver;

    BrowserPage(ChromeDriver driver) {
        this.driver = driver;
    }

    /** What the console has said since the page was opened: errors, and what the policy has refused. */
    List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** What the page has fetched. */
    long fetched() {
        return (Long) script("return performance.getEntriesByType('resource').length");
    }

    /** A click at the middle of an element, on whatever lies there. */
    BrowserPage click(String selector) {
        hover(selector);
        new Actions(driver).click().perform();
        return this;
    }

    /** A click on the header of the first table that has the text. */
    BrowserPage sort(String header) {
        script("""
                [...document.querySelectorAll('main thead th')].find(cell => cell.textContent.trim() === arguments[0])
                    .querySelector('button').click()
                """, header);
        return this;
    }

    BrowserPage type(String selector, String text) {
        WebElement field = element(selector);
        field.clear();
        field.sendKeys(text);
        return this;
    }

    /** Keys for the element that has the focus. */
    BrowserPage press(Keys... keys) {
        for (Keys key : keys) {
            new Actions(driver).sendKeys(key).perform();
        }
        return this;
    }

    BrowserPage focus(String selector) {
        script("document.querySelector(arguments[0]).focus()", selector);
        return this;
    }

    /** The pointer goes to the middle of an element. */
    BrowserPage hover(String selector) {
        script("document.querySelector(arguments[0]).scrollIntoView({block: 'center', behavior: 'instant'})", selector);
        new Actions(driver).moveToElement(element(selector)).perform();
        return this;
    }

    /** Chooses an entry of a list by its text. */
    BrowserPage choose(String selector, String entry) {
        element(selector).findElements(By.tagName("option")).stream()
                .filter(option -> option.getText().equals(entry))
                .findFirst()
                .orElseThrow()
                .click();
        return this;
    }

    /** The text of the element that has the focus. */
    String focused() {
        return driver.switchTo().activeElement().getText();
    }

    /** The layer of the row, or the box, that has the focus. */
    Object focusedLayer() {
        return script("return document.activeElement.dataset.of ?? null");
    }

    long count(String selector) {
        return driver.findElements(By.cssSelector(selector)).size();
    }

    boolean isSeen(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream().anyMatch(WebElement::isDisplayed);
    }

    String text(String selector) {
        return element(selector).getText();
    }

    String attribute(String selector, String name) {
        return element(selector).getDomAttribute(name);
    }

    /** The first cells of the rows that are seen, in the order in which they are. */
    List<String> rows() {
        return texts("""
                return [...document.querySelectorAll('main tbody tr')].filter(row => row.offsetParent !== null)
                    .map(row => row.cells[0].textContent.trim())
                """);
    }

    /** The exact numbers below the header of that text, by the names of their rows. */
    Map<String, Long> numbers(String header) {
        Map<?, ?> texts = (Map<?, ?>) script("""
                const numbers = {};
                for (const row of document.querySelectorAll('main tbody tr[data-of]')) {
                    const headers = [...row.closest('table').tHead.rows[0].cells].map(cell => cell.textContent.trim());
                    const cell = row.cells[headers.indexOf(arguments[0])];
                    if (cell) {
                        numbers[row.dataset.of] ??= (cell.dataset.value ?? cell.textContent).replaceAll(',', '');
                    }
                }
                return numbers
                """, header);
        return exact(texts);
    }

    /** What the card says of the layer whose row somebody clicks at: the results of its equations, by what they are of. */
    Map<String, Long> card(String layer) {
        Map<?, ?> texts = (Map<?, ?>) script("""
                document.querySelector(`main tbody tr[data-of="${arguments[0]}"]`).click();
                const results = {};
                for (const result of document.querySelectorAll('.card.shown dd > b')) {
                    results[result.parentNode.previousElementSibling.textContent] = result.textContent.replaceAll(',', '');
                }
                return results
                """, layer);
        return exact(texts);
    }

    /** The exact numbers of the tiles, by their names. */
    Map<String, Long> tiles() {
        return exact((Map<?, ?>) script("""
                const tiles = {};
                for (const tile of document.querySelectorAll('.tiles div')) {
                    const exact = tile.querySelector('dd.below').textContent.replaceAll(',', '').match(/^\\d+(?= bytes$|$)/);
                    if (exact) {
                        tiles[tile.querySelector('dt').textContent] = exact[0];
                    }
                }
                return tiles
                """));
    }

    private static Map<String, Long> exact(Map<?, ?> texts) {
        Map<String, Long> numbers = new HashMap<>();
        texts.forEach((name, number) -> numbers.put((String) name, Long.parseLong((String) number)));
        return numbers;
    }

    /** By how many pixels the page is wider than the window: it should move in one direction alone. */
    long overflow() {
        return (Long) script("return document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    /** Texts of pictures of which a part lies outside their picture, and is not seen. */
    List<String> clipped() {
        layOutAll();
        return texts("""
                const clipped = [];
                for (const svg of document.querySelectorAll('svg.picture')) {
                    const frame = svg.getBoundingClientRect();
                    if (frame.width === 0) continue;
                    for (const text of svg.querySelectorAll('text')) {
                        const box = text.getBoundingClientRect();
                        if (box.width > 0 && (box.left < frame.left - 1 || box.right > frame.right + 1
                                || box.top < frame.top - 1 || box.bottom > frame.bottom + 1)) {
                            clipped.push(text.textContent + ' in ' + svg.getAttribute('aria-label'));
                        }
                    }
                }
                return clipped
                """);
    }

    /** What is far below has places from now on, and not only when somebody comes near it. */
    private void layOutAll() {
        script("document.querySelectorAll('main > section').forEach(it => it.style.contentVisibility = 'visible')");
    }

    /** Frames that end before what is in them, which then lies over what comes after them. */
    List<String> spilled() {
        layOutAll();
        return texts("""
                return [...document.querySelectorAll('main .scroll')]
                    .filter(frame => getComputedStyle(frame).overflowY === 'visible')
                    .filter(frame => frame.firstElementChild.getBoundingClientRect().bottom
                        > frame.getBoundingClientRect().bottom + 1)
                    .map(frame => frame.closest('[id]').id)
                """);
    }

    /** Writes all of the page as a picture, for who wants to see it. */
    void shoot(Path file) {
        Map<String, Object> answer = driver.executeCdpCommand("Page.captureScreenshot", Map.of());
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, Base64.getDecoder().decode((String) answer.get("data")));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * Whether a condition of JavaScript comes to hold: browsers scroll and lay out after they have answered a click. How long it takes
     * decides nothing, only that it ends.
     */
    boolean becomes(String condition) {
        long end = System.nanoTime() + MOST_PATIENCE.toNanos();
        boolean holds = holds(condition);
        while (!holds && System.nanoTime() < end) {
            driver.executeAsyncScript("requestAnimationFrame(arguments[0])");
            holds = holds(condition);
        }
        return holds;
    }

    private boolean holds(String condition) {
        return (Boolean) script("return (" + condition + ")()");
    }

    /** What a script answers. */
    Object script(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    private List<String> texts(String script) {
        return ((List<?>) script(script)).stream().map(String.class::cast).toList();
    }

    private WebElement element(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }
}
