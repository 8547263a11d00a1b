package keyturn.practice.contract;

import java.nio.file.Files;
import java.nio.file.Path;
import keyturn.tools.Tools;

/** The scripts for node, beside the libraries that npm puts there. */
public final class NodeModules {

    private static final Path FOLDER = Path.of("src", "test", "node").toAbsolutePath();

    private NodeModules() {}

    /** A script; the test is skipped where its libraries are not installed. */
    public static Path script(String name) {
        if (!Files.isDirectory(FOLDER.resolve("node_modules"))) {
            Tools.missing("the libraries for node are not installed: npm ci --prefix src/test/node");
        }
        return FOLDER.resolve(name);
    }
}
