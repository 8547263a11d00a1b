package keyturn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The layout holds one JavaFX: the long-term line, not the newer one of the headless tests. */
@Tag("packaged")
final class ShippedToolkitTest {

    @Test
    void theLayoutHoldsTheLineThatShips() throws IOException {
        try (Stream<Path> jars = Files.list(Path.of("target", "keyturn", "lib"))) {
            assertEquals(
                    Set.of(System.getProperty("keyturn.javafx", "")),
                    jars.map(jar -> jar.getFileName().toString())
                            .filter(name -> name.startsWith("javafx-"))
                            .map(name -> name.replaceFirst("^javafx-[a-z]+-([0-9.]+[0-9]).*", "$1"))
                            .collect(Collectors.toSet()));
        }
    }
}
