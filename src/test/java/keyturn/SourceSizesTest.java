package keyturn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Sizes and names in the product, without the practice range: what grows past these is split by subject. */
final class SourceSizesTest {

    private static final Path MAIN = Path.of("src/main/java");

    /** Lines of a class, with all that is inside it. */
    private static final int LONGEST_CLASS = 300;

    /** Files of a package, its own account of itself included. */
    private static final int LARGEST_PACKAGE = 30;

    private static final Map<String, Integer> CLASSES = new TreeMap<>();
    private static final Map<String, List<String>> NAMES = new HashMap<>();
    private static final Map<String, Integer> PACKAGES = new TreeMap<>();

    @BeforeAll
    static void read() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(MAIN)) {
            files = all.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.startsWith(MAIN.resolve("keyturn/practice")))
                    .toList();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree file : task.parse()) {
                new Sizes(file, positions).scan(file, null);
            }
        }
        for (Path file : files) {
            PACKAGES.merge(String.valueOf(file.getParent()), 1, Integer::sum);
        }
    }

    @Test
    void noClassIsLongerThanItShouldBe() {
        assertTrue(CLASSES.size() > 500, "this reads the sources");
        assertEquals(Map.of(), above(CLASSES, LONGEST_CLASS));
    }

    @Test
    void noPackageHasMoreFilesThanItShouldHave() {
        assertEquals(Map.of(), above(PACKAGES, LARGEST_PACKAGE));
    }

    @Test
    void noTwoFilesHaveOneName() {
        Map<String, List<String>> twice = NAMES.entrySet().stream()
                .filter(name -> name.getValue().size() > 1)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertEquals(Map.of(), twice);
    }

    private static Map<String, Integer> above(Map<String, Integer> sizes, int most) {
        Map<String, Integer> above = new TreeMap<>(sizes);
        above.values().removeIf(size -> size <= most);
        return above;
    }

    /** Notes each class with its lines. */
    private static final class Sizes extends TreePathScanner<@Nullable Void, @Nullable Void> {

        private final CompilationUnitTree file;
        private final SourcePositions positions;
        private final List<String> inside = new ArrayList<>();

        Sizes(CompilationUnitTree file, SourcePositions positions) {
            this.file = file;
            this.positions = positions;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
            String name = String.valueOf(type.getSimpleName());
            if (inside.isEmpty()) {
                NAMES.computeIfAbsent(name, first -> new ArrayList<>()).add(String.valueOf(file.getPackageName()));
            }
            inside.add(name);
            CLASSES.put(place(), lines(positions.getStartPosition(file, type), type));
            super.visitClass(type, null);
            inside.removeLast();
            return null;
        }

        private String place() {
            return file.getPackageName() + "." + String.join(".", inside);
        }

        private int lines(long from, Tree tree) {
            var lines = file.getLineMap();
            return (int) (lines.getLineNumber(positions.getEndPosition(file, tree)) - lines.getLineNumber(from) + 1);
        }
    }
}
