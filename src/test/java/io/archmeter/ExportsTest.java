package io.archmeter;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.manual.Manual;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is public is meant to be: the module exports what the manual lists, and that speaks of nothing else. */
class ExportsTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Set<String> EXPORTED = exported();

    private static final Path BUILT = Path.of("target/classes");

    /** What a type of a package can be: the first line of it. */
    private static final Pattern PUBLIC_TYPE =
            Pattern.compile("(?m)^public (?:\\S+ )*?(?:class|interface|enum|record) (\\w+)");

    /** Of a type or a package: a version with three numbers. */
    private static final Pattern SINCE = Pattern.compile("(?m)^ \\* @since \\d+\\.\\d+\\.\\d+$");

    private static final Pattern LISTED = Pattern.compile("(?m)^\\| `(io\\.archmeter[a-z.]*)` \\|");

    private static ModuleDescriptor module() {
        try (InputStream in = ExportsTest.class.getResourceAsStream("/META-INF/versions/17/module-info.class")) {
            return ModuleDescriptor.read(in);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static Set<String> exported() {
        return module().exports().stream()
                .map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theManualListsWhatIsExported() {
        List<String> listed = LISTED.matcher(Manual.page("library"))
                .results()
                .map(row -> row.group(1))
                .toList();
        assertThat(listed).containsExactlyInAnyOrderElementsOf(EXPORTED);
    }

    @Test
    void onlyPicocliLooksIntoTheModule() {
        assertThat(module().opens()).singleElement().satisfies(opened -> {
            assertThat(opened.source()).isEqualTo("io.archmeter.cli");
            assertThat(opened.targets()).containsExactly("info.picocli");
        });
    }

    @Test
    void whatIsExportedSpeaksOfNothingElse() throws IOException {
        List<String> leaks = new ArrayList<>();
        for (String name : EXPORTED) {
            for (Class<?> type : typesOf(name)) {
                spokenOf(type)
                        .filter(spoken -> spoken.getName().startsWith("io.archmeter."))
                        .filter(spoken -> !EXPORTED.contains(spoken.getPackageName()))
                        .forEach(spoken -> leaks.add(type.getName() + " speaks of " + spoken.getName()));
            }
        }
        assertThat(leaks).isEmpty();
    }

    /** Those that are seen from outside, as their class files have them. */
    private static List<Class<?>> typesOf(String name) throws IOException {
        List<Class<?>> types = new ArrayList<>();
        try (Stream<Path> files = Files.list(BUILT.resolve(name.replace('.', '/')))) {
            for (Path file : files.sorted().toList()) {
                String type = file.getFileName().toString().replaceFirst("\\.class$", "");
                if (file.toString().endsWith(".class") && !type.equals("package-info")) {
                    types.add(loaded(name + "." + type));
                }
            }
        }
        assertThat(types).as(name).isNotEmpty();
        return types.stream().filter(ExportsTest::isSeen).toList();
    }

    private static Class<?> loaded(String name) {
        try {
            return Class.forName(name, false, ExportsTest.class.getClassLoader());
        } catch (ClassNotFoundException gone) {
            throw new AssertionError(gone);
        }
    }

    /** Public, as all that it lies in. */
    private static boolean isSeen(Class<?> type) {
        return isSeen(type.getModifiers()) && (type.getEnclosingClass() == null || isSeen(type.getEnclosingClass()));
    }

    private static boolean isSeen(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static Stream<Class<?>> spokenOf(Class<?> type) {
        Stream<Type> parents =
                Stream.concat(Stream.ofNullable(type.getGenericSuperclass()), Stream.of(type.getGenericInterfaces()));
        Stream<Type> fields = Stream.of(type.getDeclaredFields())
                .filter(field -> isSeen(field.getModifiers()))
                .map(Field::getGenericType);
        Stream<Type> methods = Stream.of(type.getDeclaredMethods())
                .filter(method -> isSeen(method.getModifiers()))
                .flatMap(method -> Stream.concat(Stream.of(method.getGenericReturnType()), typesOf(method)));
        Stream<Type> constructors = Stream.of(type.getDeclaredConstructors())
                .filter(constructor -> isSeen(constructor.getModifiers()))
                .flatMap(ExportsTest::typesOf);
        return Stream.of(parents, fields, methods, constructors)
                .flatMap(types -> types)
                .flatMap(ExportsTest::involved);
    }

    private static Stream<Type> typesOf(Executable call) {
        return Stream.concat(Stream.of(call.getGenericParameterTypes()), Stream.of(call.getGenericExceptionTypes()));
    }

    /** The classes in a type: its own, and those that it is of. */
    private static Stream<Class<?>> involved(Type type) {
        if (type instanceof Class<?> single) {
            return single.isArray() ? involved(single.getComponentType()) : Stream.of(single);
        }
        if (type instanceof ParameterizedType generic) {
            return Stream.concat(
                    involved(generic.getRawType()),
                    Stream.of(generic.getActualTypeArguments()).flatMap(ExportsTest::involved));
        }
        if (type instanceof WildcardType wild) {
            return Stream.concat(Stream.of(wild.getUpperBounds()), Stream.of(wild.getLowerBounds()))
                    .flatMap(ExportsTest::involved);
        }
        return type instanceof GenericArrayType array ? involved(array.getGenericComponentType()) : Stream.empty();
    }

    /** Operators and kernels are there since their package is, or say otherwise. */
    @Test
    void eachTypeSaysSinceWhenItIsThere() throws IOException {
        List<String> silent = new ArrayList<>();
        for (String name : EXPORTED) {
            Path folder = SOURCES.resolve(name.replace('.', '/'));
            assertThat(folder.resolve("package-info.java")).content().containsPattern(SINCE);
            boolean forAll = name.equals("io.archmeter.op") || name.startsWith("io.archmeter.exec");
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    String text = Files.readString(file);
                    boolean isPublic = PUBLIC_TYPE.matcher(text).find();
                    if (isPublic && !forAll && !SINCE.matcher(text).find()) {
                        silent.add(file.toString());
                    }
                }
            }
        }
        assertThat(silent).isEmpty();
    }
}
