package keyturn.cli.option;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import keyturn.cli.Ended;
import keyturn.cli.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArgumentFilesTest {

    @TempDir
    Path folder;

    @Test
    void aWindowsPathIsWrittenAsItIs() throws Ended {
        assertEquals(
                List.of("--dll", "C:\\Program Files\\new\\table.dll", "--journal", "C:\\runs\\"),
                split("--dll \"C:\\Program Files\\new\\table.dll\"\n--journal C:\\runs\\\n"));
    }

    @Test
    void aPathWithDoubledBackslashesInDoubleQuotesIsTheSamePath() throws Ended {
        assertEquals(List.of("C:\\Program Files\\a.dll"), split("\"C:\\\\Program Files\\\\a.dll\""));
    }

    @Test
    void aShareKeepsItsTwoBackslashes() throws Ended {
        assertEquals(List.of("\\\\srv\\share x\\a.dll"), split("\"\\\\srv\\share x\\a.dll\""));
        assertEquals(List.of("\\\\srv\\share x\\a.dll"), split("\"\\\\\\\\srv\\\\share x\\\\a.dll\""));
        assertEquals(List.of("\\\\srv\\share\\a.dll"), split("\\\\srv\\share\\a.dll"));
    }

    @Test
    void singleQuotesKeepEverything() throws Ended {
        assertEquals(List.of("a\\\\b \"c\""), split("'a\\\\b \"c\"'"));
    }

    @Test
    void remarksAndEmptyLinesAreNoArgumentsAndAnEmptyQuoteIsOne() throws Ended {
        assertEquals(List.of("a", "", "b"), split("# a remark\n\n  a \"\"\r\nb"));
    }

    @Test
    void charactersBeyondEveryCodePageArriveAndAByteOrderMarkDoesNot() throws Ended, IOException {
        Path file = Files.writeString(folder.resolve("arguments.txt"), "\uFEFFplan ü€鍵🔑.json");
        assertArrayEquals(
                new String[] {"show", "plan", "ü€鍵🔑.json", "@literal"},
                ArgumentFiles.expand(new String[] {"show", "@" + file, "@@literal"}));
    }

    @Test
    void aFileThatIsNotUtf8IsRefused() throws IOException {
        Path file = Files.write(folder.resolve("ansi.txt"), "über".getBytes(StandardCharsets.ISO_8859_1));
        Ended ended = assertThrows(Ended.class, () -> ArgumentFiles.expand(new String[] {"@" + file}));
        assertEquals("cli.argumentFile.encoding", ended.problems().getFirst().code());
    }

    @Test
    void anOpenQuoteIsRefusedWithItsLine() {
        Ended ended = assertThrows(Ended.class, () -> split("a\n\"b"));
        assertEquals(Exit.USAGE, ended.exit());
        assertEquals(List.of("f", "2"), ended.problems().getFirst().summary().arguments());
    }

    private static List<String> split(String text) throws Ended {
        return ArgumentFiles.split(text, "f");
    }
}
