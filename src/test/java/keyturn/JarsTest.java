package keyturn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The two jars that come out of the one module, as they lie in the layout. */
@Tag("packaged")
final class JarsTest {

    private static final Path LIBRARIES = Path.of("target", "keyturn", "lib");
    private static final String SERVICE = "META-INF/services/keyturn.inspect.Worlds";

    private final Set<String> program = files("keyturn.jar");
    private final Set<String> range = files("keyturn-range.jar");

    /** All but what Maven and the jar say about themselves. */
    private static Set<String> files(String jar) {
        try (JarFile file = new JarFile(LIBRARIES.resolve(jar).toFile())) {
            return file.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .filter(name -> !name.startsWith("META-INF/maven/") && !name.equals(JarFile.MANIFEST_NAME))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException missing) {
            throw new AssertionError(jar + " is built by: mvn package", missing);
        }
    }

    private static boolean ofTheRange(String name) {
        return name.startsWith("keyturn/practice/") || name.startsWith("keyturn/rehearsal/") || name.equals(SERVICE);
    }

    @Test
    void eachClassAndResourceLiesInExactlyOneOfThem() throws IOException {
        Set<String> both = new TreeSet<>(program);
        both.retainAll(range);
        assertEquals(Set.of(), both);
        Set<String> together = new TreeSet<>(program);
        together.addAll(range);
        Path classes = Path.of("target", "classes");
        try (Stream<Path> compiled = Files.walk(classes)) {
            assertEquals(
                    compiled.filter(Files::isRegularFile)
                            .map(file -> classes.relativize(file).toString().replace('\\', '/'))
                            .collect(Collectors.toCollection(TreeSet::new)),
                    together);
        }
    }

    @Test
    void theRangesJarHoldsTheRangeAndNothingElse() {
        assertEquals(Set.of(), only(range, false));
        assertEquals(Set.of(), only(program, true));
        assertTrue(range.contains(SERVICE), "the program finds the range by it");
        assertTrue(range.contains("keyturn/practice/scenario/healthy.json"), "its resources lie beside its classes");
    }

    private static Set<String> only(Set<String> names, boolean ofTheRange) {
        return names.stream()
                .filter(name -> ofTheRange(name) == ofTheRange)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
