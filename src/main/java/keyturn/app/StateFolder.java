package keyturn.app;

import java.nio.file.Path;
import java.util.Map;
import keyturn.domain.OperatingSystem;
import keyturn.ui.runs.FiledRuns;

/** Where this user's runs and fault reports lie: what must outlive the program and belongs to no project. */
record StateFolder(Path path) {

    static StateFolder ofThisUser() {
        return of(System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
    }

    /** Windows: local application data; elsewhere the XDG base directories' state folder. */
    static StateFolder of(Map<String, String> environment, String system, Path home) {
        boolean windows = OperatingSystem.isWindows(system);
        String named = environment.getOrDefault(windows ? "LOCALAPPDATA" : "XDG_STATE_HOME", "");
        if (windows) {
            Path data = named.isBlank() ? home.resolve("AppData").resolve("Local") : Path.of(named);
            return new StateFolder(data.resolve("Keyturn"));
        }
        boolean usable = !named.isBlank() && Path.of(named).isAbsolute();
        Path data = usable ? Path.of(named) : home.resolve(".local").resolve("state");
        return new StateFolder(data.resolve("keyturn"));
    }

    Path runs() {
        return path.resolve("runs");
    }

    /** Where the window files runs on the practice range. */
    Path practiceRuns() {
        return FiledRuns.practice(runs());
    }

    Path servers() {
        return path.resolve("servers.tsv");
    }

    /** What the DBA said of credentials. */
    Path ties() {
        return path.resolve("applications.tsv");
    }

    Path settings() {
        return path.resolve("settings.tsv");
    }

    /** Of what the window did. */
    Path log() {
        return path.resolve("log");
    }

    Path faults() {
        return path.resolve("faults");
    }
}
