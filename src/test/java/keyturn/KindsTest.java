package keyturn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.plan.fact.FactKey;
import keyturn.plan.flow.Choices;
import keyturn.plan.step.Step;
import keyturn.script.act.Act;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.Test;

/**
 * Nobody asks of what kind a step, act, choice or fact key is but by a switch that the compiler holds against all kinds: a new
 * kind can then not be forgotten. Nothing is excepted. Choices are an open interface: those of a flow are known as such in the
 * flow's own folder, where its parts are given any choices, and on the pages that ask for them.
 */
@BesideOthers
final class KindsTest {

    private static final List<Class<?>> ROOTS = List.of(Step.class, Act.class, Choices.class, FactKey.class);

    private static final JavaClasses KEYTURN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("keyturn");

    private static final Set<String> KIND_NAMES = KEYTURN.stream()
            .filter(KindsTest::isKind)
            .map(JavaClass::getSimpleName)
            .collect(Collectors.toSet());

    private static final Pattern SWITCH = Pattern.compile("\\bswitch \\(");
    private static final Pattern GET_CLASS =
            Pattern.compile("\\b(?:step|act|choices|factKey)\\w*\\(?\\)?\\.getClass\\(");

    @Test
    void noKindIsAskedByInstanceof() {
        assertTrue(
                product().anyMatch(type -> !type.getInstanceofChecks().isEmpty()),
                "this looks where such questions are");
        assertEquals(
                Set.of(),
                product()
                        .flatMap(type -> type.getInstanceofChecks().stream())
                        .filter(check -> isKind(check.getRawType()))
                        .map(check -> check.getOwner().getFullName() + " asks for "
                                + check.getRawType().getSimpleName())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void noKindIsAskedByItsClassObject() {
        assertEquals(
                Set.of(),
                product()
                        .flatMap(type -> type.getReferencedClassObjects().stream())
                        .filter(object -> isKind(object.getRawType()))
                        .filter(object ->
                                !isOwn(object.getRawType(), object.getOwner().getOwner()))
                        .map(object -> object.getOwner().getFullName() + " names "
                                + object.getRawType().getSimpleName())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void noSwitchOverKindsHasADefaultOrATotalPattern() throws IOException {
        Set<String> found = new TreeSet<>();
        int switches = 0;
        for (Path file : sources()) {
            for (String body : switches(Files.readString(file))) {
                if (labels(body).stream().anyMatch(KindsTest::isKindLabel)) {
                    switches++;
                    problems(body).forEach(problem -> found.add(file + ": " + problem));
                }
            }
        }
        assertEquals(Set.of(), found);
        assertTrue(switches > 40, "this looks where the switches are: " + switches);
    }

    @Test
    void noClassOfAStepOrActIsRead() throws IOException {
        for (Path file : sources()) {
            assertFalse(GET_CLASS.matcher(Files.readString(file)).find(), file.toString());
        }
    }

    @Test
    void aDefaultAndATotalPatternAreSeen() {
        assertEquals(List.of("default"), problems("case KeyStep key -> 1;\ndefault -> 2;"));
        assertEquals(List.of("case Step"), problems("case KeyStep key -> 1;\ncase Step other -> 2;"));
        assertEquals(
                List.of("case KeyStep after its own kinds"),
                problems("case KeyStep.OpenKey open -> 1;\ncase KeyStep other -> 2;"));
        assertEquals(List.of(), problems("case KeyStep key -> 1;\ncase TestStep.TestDatabase test -> 2;"));
    }

    private static Stream<JavaClass> product() {
        return KEYTURN.stream().filter(type -> !type.getPackageName().startsWith("keyturn.practice"));
    }

    private static boolean isKind(JavaClass type) {
        return ROOTS.stream().anyMatch(root -> type.isAssignableTo(root));
    }

    /** A flow's choices in its own folder, or on a page. */
    private static boolean isOwn(JavaClass kind, JavaClass where) {
        return kind.isAssignableTo(Choices.class)
                && (kind.getPackageName().equals(where.getPackageName())
                        || where.getPackageName().startsWith("keyturn.ui."));
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/keyturn"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.startsWith("src/main/java/keyturn/practice"))
                    .toList();
        }
    }

    private static List<String> problems(String body) {
        List<String> labels = labels(body);
        List<String> problems = new ArrayList<>();
        if (labels.contains("default")) {
            problems.add("default");
        }
        for (String label : labels) {
            if (ROOTS.stream().anyMatch(root -> root.getSimpleName().equals(label))) {
                problems.add("case " + label);
            }
            if (labels.stream().anyMatch(other -> other.startsWith(label + "."))) {
                problems.add("case " + label + " after its own kinds");
            }
        }
        return problems;
    }

    /** A pattern whose type is one of the roots or one of their kinds. */
    private static boolean isKindLabel(String label) {
        String first = label.contains(".") ? label.substring(0, label.indexOf('.')) : label;
        return KIND_NAMES.contains(first);
    }

    /** The bodies of all switches, without those of the switches in them. */
    private static List<String> switches(String source) {
        String code = source.replaceAll("(?s)/\\*.*?\\*/|\"\"\".*?\"\"\"", "")
                .replaceAll("//[^\\n]*|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\])'", "");
        List<String> bodies = new ArrayList<>();
        Matcher begins = SWITCH.matcher(code);
        while (begins.find()) {
            int open = code.indexOf('{', begins.end());
            bodies.add(withoutInner(code.substring(open + 1, end(code, open))));
        }
        return bodies;
    }

    private static String withoutInner(String body) {
        Matcher inner = SWITCH.matcher(body);
        if (!inner.find()) {
            return body;
        }
        int open = body.indexOf('{', inner.end());
        return withoutInner(body.substring(0, inner.start()) + body.substring(end(body, open) + 1));
    }

    private static int end(String code, int open) {
        int depth = 0;
        for (int i = open; i < code.length(); i++) {
            char at = code.charAt(i);
            depth += at == '{' ? 1 : at == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new AssertionError("a switch without an end");
    }

    /** The types of all patterns, and {@code default}. */
    private static List<String> labels(String body) {
        List<String> labels = new ArrayList<>();
        Matcher cases = Pattern.compile("(?m)^\\s*(default|case)\\b([^;{]*?)->").matcher(body);
        while (cases.find()) {
            if (cases.group(1).equals("default")) {
                labels.add("default");
            } else {
                for (String one : cases.group(2).split(",")) {
                    labels.add(one.strip().split("\\s")[0]);
                }
            }
        }
        return labels;
    }
}
