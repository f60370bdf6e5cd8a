package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A page as elements. It is XML but for the texts of styles and scripts, which HTML reads up to their end tags, and which stand apart here.
 *
 * @param own the texts of styles and scripts, in their order
 */
record ParsedPage(Document xml, List<String> own) {
    private static final String DOCTYPE = "<!DOCTYPE html>\n";
    private static final Pattern OWN = Pattern.compile("(?s)(<(style|script)>)(.*?)(</\\2>)");

    static ParsedPage of(String html) {
        assertThat(html).startsWith(DOCTYPE);
        List<String> own = new ArrayList<>();
        StringBuilder rest = new StringBuilder();
        Matcher matcher = OWN.matcher(html.substring(DOCTYPE.length()));
        while (matcher.find()) {
            own.add(matcher.group(3));
            matcher.appendReplacement(rest, "$1$4");
        }
        matcher.appendTail(rest);
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return new ParsedPage(
                    factory.newDocumentBuilder().parse(new InputSource(new StringReader(rest.toString()))), own);
        } catch (ParserConfigurationException | IOException | SAXException broken) {
            throw new AssertionError("a page that is not well formed", broken);
        }
    }

    /** All elements, or those of a name, in the order of the page. */
    List<Element> elements(String name) {
        NodeList all = xml.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>(all.getLength());
        for (int i = 0; i < all.getLength(); i++) {
            elements.add((Element) all.item(i));
        }
        return elements;
    }

    List<Element> elements() {
        return elements("*");
    }

    /** The values of an attribute, wherever it stands. */
    List<String> values(String attribute) {
        return elements().stream()
                .filter(element -> element.hasAttribute(attribute))
                .map(element -> element.getAttribute(attribute))
                .toList();
    }

    /** The names of all attributes. */
    List<String> attributes() {
        List<String> names = new ArrayList<>();
        for (Element element : elements()) {
            NamedNodeMap attributes = element.getAttributes();
            for (int i = 0; i < attributes.getLength(); i++) {
                names.add(attributes.item(i).getNodeName());
            }
        }
        return names;
    }

    /** What people read, without styles and scripts. */
    String text() {
        return xml.getDocumentElement().getTextContent();
    }
}
