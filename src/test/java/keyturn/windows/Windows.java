package keyturn.windows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import keyturn.tools.Command;
import keyturn.tools.Tools;
import org.junit.jupiter.api.Assertions;

/** Keyturn's Windows layout under Wine. */
final class Windows {

    private static final Path LAYOUT =
            Path.of("target", "keyturn-win", "bin", "keyturn.cmd").toAbsolutePath();
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Path winrun;

    private Windows(Path winrun) {
        this.winrun = winrun;
    }

    /** Skips, or fails where tools are required, if Wine or the layout is missing. */
    static Windows require() {
        Path winrun = Tools.require("winrun");
        if (!Files.exists(LAYOUT)) {
            Tools.missing(LAYOUT.getFileName() + " is not built: mvn -DskipTests package -Djavafx.platform=win");
        }
        return new Windows(winrun);
    }

    Command keyturn(Object... arguments) {
        List<Object> words = new ArrayList<>(List.of(winrun, LAYOUT));
        words.addAll(List.of(arguments));
        return Command.of(words.toArray());
    }

    Command.Ended run(Object... arguments) {
        return keyturn(arguments).run(LIMIT);
    }

    /** What Windows calls a file of this system. */
    String path(Path file) {
        Command.Ended ended = Command.of(winrun, "path", file.toAbsolutePath()).run(LIMIT);
        Assertions.assertEquals(0, ended.exit(), ended.err());
        return ended.text().strip();
    }

    /** A java.exe outlives the killed cmd that started it; ends every one that runs this layout with this word. */
    static void end(String word) {
        ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains("java.exe"))
                .filter(process -> process.info().commandLine().orElse("").contains(word))
                .forEach(ProcessHandle::destroyForcibly);
    }
}
