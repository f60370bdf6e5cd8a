package io.archmeter.value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The path of a layer as PyTorch names modules, with dots between its parts: {@code layer1.0.conv1}.
 *
 * @since 0.2.0
 */
public record LayerPath(String text) {
    private static final char DOT = '.';

    /** Layers, each after the modules that it lies in and that none before it lies in. */
    public static Set<String> withModules(Collection<String> layers) {
        Set<String> paths = new LinkedHashSet<>();
        for (String layer : layers) {
            paths.addAll(new LayerPath(layer).modules());
            paths.add(layer);
        }
        return paths;
    }

    /** The modules that it lies in, the outermost first: {@code layer1} and {@code layer1.0}. */
    public List<String> modules() {
        List<String> modules = new ArrayList<>();
        for (int dot = text.indexOf(DOT); dot >= 0; dot = text.indexOf(DOT, dot + 1)) {
            modules.add(text.substring(0, dot));
        }
        return modules;
    }

    /** The module so many levels below the top that it lies in; itself where it lies higher. */
    public String atDepth(int depth) {
        int end = -1;
        for (int level = 0; level < depth; level++) {
            end = text.indexOf(DOT, end + 1);
            if (end < 0) {
                return text;
            }
        }
        return text.substring(0, end);
    }

    /** Whether it is the module or layer of another path, or lies in it. */
    public boolean isWithin(String other) {
        return text.startsWith(other) && (text.length() == other.length() || text.charAt(other.length()) == DOT);
    }
}
