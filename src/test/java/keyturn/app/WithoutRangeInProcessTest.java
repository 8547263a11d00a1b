package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import keyturn.cli.page.TerminalPage;
import keyturn.inspect.Worlds;
import keyturn.tools.Command;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program that finds no range: what practises says so and leaves nothing. */
final class WithoutRangeInProcessTest {

    @TempDir
    Path folder;

    private final ClassLoader whole = Thread.currentThread().getContextClassLoader();

    /** Services are looked for with the thread's class loader. */
    @BeforeEach
    void hideTheRange() {
        Thread.currentThread().setContextClassLoader(new ClassLoader(whole) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                return name.endsWith(Worlds.class.getName())
                        ? Collections.emptyEnumeration()
                        : super.getResources(name);
            }
        });
    }

    @AfterEach
    void showTheRange() {
        Thread.currentThread().setContextClassLoader(whole);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "practice --ready FOLDER/ready.json",
                "tour",
                "scenarios",
                "inspect --practice",
                "plan upgrade --practice healthy --out FOLDER/plan.json",
                "plan rotate-key --practice healthy --to-key new-key --database Sales --out FOLDER/plan.json"
            })
    void whatNeedsTheRangeIsTwoAndSaysWhatIsMissingAndWhereItGoes(String words) throws IOException {
        String sentence =
                TerminalPage.say("cli.problem", TerminalPage.say("cli.practice.missing"), "cli.practice.missing");
        Command.Ended refused = InProcess.say(
                (Object[]) words.replace("FOLDER", folder.toString()).split(" "));
        assertEquals(2, refused.exit(), refused.all());
        assertEquals("", refused.out());
        assertTrue(refused.err().replaceAll("\\s+", " ").startsWith(sentence), refused.err());
        assertTrue(sentence.contains("keyturn-range.jar"), sentence);
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }
}
