package io.archmeter.verify;

import io.archmeter.program.Program;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles sources against the classes of the program; no file is written. */
final class InMemoryCompiler {
    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

    /** One for all sources, because it takes time to open the libraries. */
    private static final JavaFileManager LIBRARIES = JAVAC.getStandardFileManager(null, null, StandardCharsets.UTF_8);

    private InMemoryCompiler() {}

    /**
     * The class files of types and of those within them, by their names. Many at once take hardly longer than one: most of the time goes
     * into what they all use.
     *
     * @param sources by the names of their types
     */
    static Map<String, byte[]> compile(Map<String, String> sources) {
        Map<String, ByteArrayOutputStream> written = new HashMap<>();
        StringWriter errors = new StringWriter();
        boolean compiled = JAVAC.getTask(
                        errors,
                        new Written(written),
                        null,
                        List.of("-proc:none", "-Xlint:none", "-classpath", Program.CLASSES.toString()),
                        null,
                        sources.entrySet().stream()
                                .map(source -> new Source(source.getKey(), source.getValue()))
                                .toList())
                .call();
        if (!compiled) {
            throw new AssertionError(errors.toString());
        }
        Map<String, byte[]> classes = new HashMap<>();
        written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
        return classes;
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String type, String text) {
            super(URI.create("memory:/" + type.replace('.', '/') + Kind.SOURCE.extension), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Written extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> classes;

        Written(Map<String, ByteArrayOutputStream> classes) {
            super(LIBRARIES);
            this.classes = classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(Location location, String name, Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:/" + name + kind.extension), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return classes.computeIfAbsent(name, first -> new ByteArrayOutputStream());
                }
            };
        }
    }
}
