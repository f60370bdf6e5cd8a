package io.archmeter.maven;

import java.io.File;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.maven.plugin.logging.Log;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What {@code META-INF/maven/plugin.xml} says of the goal, and the goal as Maven makes it by that. */
final class GoalDescriptor {
    private final Element plugin;

    private GoalDescriptor(Element plugin) {
        this.plugin = plugin;
    }

    static GoalDescriptor read() throws Exception {
        try (InputStream in = CheckMojo.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            Document document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
            return new GoalDescriptor(document.getDocumentElement());
        }
    }

    /** The text of the first element of this name. */
    String text(String name) {
        return plugin.getElementsByTagName(name).item(0).getTextContent();
    }

    /** The parameters with their types. */
    Map<String, String> parameters() {
        Map<String, String> types = new TreeMap<>();
        NodeList all = plugin.getElementsByTagName("parameter");
        for (int i = 0; i < all.getLength(); i++) {
            Element parameter = (Element) all.item(i);
            types.put(child(parameter, "name"), child(parameter, "type"));
        }
        return types;
    }

    /** For each parameter what Maven takes for it: {@code default ${property}}. */
    Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        List<Node> children =
                List.of(plugin.getElementsByTagName("configuration").item(0));
        for (Node node = children.get(0).getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element value) {
                values.put(
                        value.getTagName(),
                        (value.getAttribute("default-value") + " " + value.getTextContent()).strip());
            }
        }
        return values;
    }

    private static String child(Element parent, String name) {
        return parent.getElementsByTagName(name).item(0).getTextContent();
    }

    /** The goal in a folder, with some parameters given. */
    CheckMojo goal(File folder, Map<String, Object> given, Log log) throws Exception {
        CheckMojo goal = (CheckMojo)
                Class.forName(text("implementation")).getDeclaredConstructor().newInstance();
        goal.setLog(log);
        set(goal, "folder", folder);
        for (String parameter : new ArrayList<>(given.keySet())) {
            if (!parameters().containsKey(parameter)) {
                throw new IllegalArgumentException("no parameter is called " + parameter);
            }
            set(goal, parameter, given.get(parameter));
        }
        return goal;
    }

    private static void set(CheckMojo goal, String name, Object value) throws ReflectiveOperationException {
        Field field = CheckMojo.class.getDeclaredField(name);
        field.setAccessible(true);
        field.set(goal, value);
    }
}
