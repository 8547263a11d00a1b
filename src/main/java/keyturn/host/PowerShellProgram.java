package keyturn.host;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which PowerShell is started: on Windows the one that belongs to it, by its full path; elsewhere {@code pwsh} on the path. */
final class PowerShellProgram {

    private PowerShellProgram() {}

    static Optional<Path> find(boolean windows, Map<String, String> environment) {
        return windows ? ofWindows(environment) : onPath(environment);
    }

    private static Optional<Path> ofWindows(Map<String, String> environment) {
        String root = environment.getOrDefault("SystemRoot", "C:\\Windows");
        return Stream.of(
                        Path.of(root, "System32", "WindowsPowerShell", "v1.0", "powershell.exe"),
                        Path.of("C:\\Program Files\\PowerShell\\7\\pwsh.exe"))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static Optional<Path> onPath(Map<String, String> environment) {
        List<String> folders =
                Arrays.asList(environment.getOrDefault("PATH", "").split(File.pathSeparator));
        return folders.stream()
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, "pwsh"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
