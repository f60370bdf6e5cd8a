package io.archmeter.report.writer;

import io.archmeter.report.document.Document;
import io.archmeter.report.document.Format;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A page or a picture as a parser of XML reads it. Pages are well-formed but for the texts of styles and scripts, which HTML reads up to
 * their end tags, and which stand apart here; pictures are XML in all of their parts.
 *
 * @param own the texts of styles and scripts of a page, in their order
 */
public record ParsedPage(Element root, List<String> own) {
    private static final String DOCTYPE = "<!DOCTYPE html>";
    private static final Pattern OWN = Pattern.compile("(?s)(<(style|script)>)(.*?)(</\\2>)");

    public ParsedPage {
        own = List.copyOf(own);
    }

    /** The page of a document. */
    public static ParsedPage of(Document document) {
        return of(Written.as(Format.HTML, document));
    }

    /** A page that has been written, or a picture. */
    public static ParsedPage of(String markup) {
        List<String> own = new ArrayList<>();
        String rest = markup;
        if (markup.startsWith(DOCTYPE)) {
            rest = OWN.matcher(markup.substring(DOCTYPE.length())).replaceAll(found -> {
                own.add(found.group(3));
                return found.group(1) + found.group(4);
            });
        }
        try {
            return new ParsedPage(
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new InputSource(new StringReader(rest)))
                            .getDocumentElement(),
                    own);
        } catch (ParserConfigurationException | SAXException | IOException broken) {
            throw new AssertionError("not well-formed: " + rest.substring(0, Math.min(2_000, rest.length())), broken);
        }
    }

    /** All elements but the outermost, in their order. */
    public List<Element> all() {
        return all("*");
    }

    /** All elements of a name, in their order. */
    public List<Element> all(String name) {
        return all(root, name);
    }

    /** The elements of a name that have an attribute of a value. */
    public List<Element> all(String name, String attribute, String value) {
        return all(name).stream().filter(has(attribute, value)).toList();
    }

    /** The first element of a name in another. */
    public static Optional<Element> first(Element parent, String name) {
        return all(parent, name).stream().findFirst();
    }

    /** The elements of a name in another, in their order. */
    public static List<Element> all(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    /** The elements of a name that another has for children. */
    public static List<Element> children(Element parent, String name) {
        return all(parent, name).stream()
                .filter(element -> element.getParentNode().equals(parent))
                .toList();
    }

    /** The values of an attribute, wherever it stands. */
    public List<String> values(String attribute) {
        return all().stream()
                .filter(element -> element.hasAttribute(attribute))
                .map(attribute(attribute))
                .toList();
    }

    /** The names of all attributes. */
    public List<String> attributes() {
        List<String> names = new ArrayList<>();
        for (Element element : all()) {
            NamedNodeMap attributes = element.getAttributes();
            for (int i = 0; i < attributes.getLength(); i++) {
                names.add(attributes.item(i).getNodeName());
            }
        }
        return names;
    }

    /** What people read, without styles and scripts. */
    public String text() {
        return root.getTextContent();
    }

    /** The value of an attribute. */
    public static Function<Element, String> attribute(String name) {
        return element -> element.getAttribute(name);
    }

    private static Predicate<Element> has(String attribute, String value) {
        return element -> element.getAttribute(attribute).equals(value);
    }
}
