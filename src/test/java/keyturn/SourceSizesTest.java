package keyturn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
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

/**
 * Sizes and names in the product, without the practice range: what grows past these is split by subject.
 *
 * <p>A method may be longer where it is one switch over kinds and nothing else, each kind answered in one line: such a switch
 * names every kind so that the compiler asks for a new one, and splitting it would hide that and make nothing easier to read.
 */
final class SourceSizesTest {

    private static final Path MAIN = Path.of("src/main/java");

    /** Lines of a method from its name to its last brace, without annotations and what stands above it. */
    private static final int LONGEST_METHOD = 30;

    /** Lines of a class, with all that is inside it. */
    private static final int LONGEST_CLASS = 300;

    /** Files of a package, its own account of itself included. */
    private static final int LARGEST_PACKAGE = 30;

    private static final Map<String, Integer> METHODS = new TreeMap<>();
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
        parse(files);
        for (Path file : files) {
            PACKAGES.merge(String.valueOf(file.getParent()), 1, Integer::sum);
        }
    }

    private static void parse(List<Path> files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree file : task.parse()) {
                new Sizes(file, positions).scan(file, null);
            }
        }
    }

    @Test
    void noMethodIsLongerThanItShouldBe() {
        assertTrue(METHODS.size() > 2000, "this reads the sources");
        assertEquals(Map.of(), above(METHODS, LONGEST_METHOD));
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

    /** Notes each class and each method with its lines. */
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

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
            if (method.getBody() != null && !delegates(method.getBody())) {
                long name = positions.getStartPosition(file, method);
                if (method.getReturnType() != null) {
                    name = Math.max(name, positions.getStartPosition(file, method.getReturnType()));
                }
                METHODS.put(place() + "." + method.getName() + ":" + line(name), lines(name, method));
            }
            return super.visitMethod(method, null);
        }

        /** It is one switch, and each of its kinds is answered in the line that names it. */
        private boolean delegates(BlockTree body) {
            if (body.getStatements().size() != 1) {
                return false;
            }
            Tree only = body.getStatements().getFirst();
            if (only instanceof ReturnTree back && back.getExpression() instanceof SwitchExpressionTree all) {
                return all.getCases().stream().allMatch(this::isOneLine);
            }
            return only instanceof SwitchTree all && all.getCases().stream().allMatch(this::isOneLine);
        }

        private boolean isOneLine(CaseTree kind) {
            return kind.getCaseKind() == CaseTree.CaseKind.RULE
                    && lines(positions.getStartPosition(file, kind), kind) == 1;
        }

        private String place() {
            return file.getPackageName() + "." + String.join(".", inside);
        }

        private int lines(long from, Tree tree) {
            return (int) (line(positions.getEndPosition(file, tree)) - line(from) + 1);
        }

        private long line(long position) {
            return file.getLineMap().getLineNumber(position);
        }
    }
}
