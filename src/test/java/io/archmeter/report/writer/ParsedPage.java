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
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A page as a parser of XML reads it: ours are well-formed, but for the texts of styles and scripts, which are left out. */
public final class ParsedPage {
    private static final Pattern OWN = Pattern.compile("<(style|script)>.*?</\\1>", Pattern.DOTALL);

    private final Element root;

    private ParsedPage(String markup) {
        try {
            this.root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(markup)))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException broken) {
            throw new AssertionError(
                    "not well-formed: " + markup.substring(0, Math.min(2_000, markup.length())), broken);
        }
    }

    /** The page of a document. */
    public static ParsedPage of(Document document) {
        return of(Written.as(Format.HTML, document));
    }

    /** A page that has been written, or a picture. */
    public static ParsedPage of(String markup) {
        return new ParsedPage(
                OWN.matcher(markup.replaceFirst("<!DOCTYPE html>", "")).replaceAll("<$1></$1>"));
    }

    public Element root() {
        return root;
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

    /** The value of an attribute. */
    public static Function<Element, String> attribute(String name) {
        return element -> element.getAttribute(name);
    }

    private static Predicate<Element> has(String attribute, String value) {
        return element -> element.getAttribute(attribute).equals(value);
    }
}
