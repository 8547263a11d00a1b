package keyturn.ui.desk;

import java.nio.file.Path;

/** Where this user's data lie. */
public record Places(Path state, Path runs, Path log, Path faults) {}
