package keyturn.practice.server;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.practice.server.state.DllFile;
import keyturn.practice.server.state.Instance;
import keyturn.practice.server.state.LogLine;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.ProviderCode;
import keyturn.practice.server.views.VaultDoor;
import keyturn.practice.tsql.SqlError;

/**
 * An attempt to load a provider's DLL: what the file on disk is like decides how it ends.
 *
 * @param file what was loaded; empty where {@code error} says why not
 * @param lines for the ERRORLOG, on failure too
 */
record DllLoad(Optional<DllFile> file, Optional<SqlError> error, List<LogLine> lines) {

    DllLoad {
        lines = List.copyOf(lines);
    }

    /**
     * @param distrusted the signature is made to fail
     * @param code the provider is made to answer this when it is initialized; 0 for its own answer
     */
    static DllLoad attempt(
            Instance instance, String path, boolean distrusted, int code, LocalDateTime now, String source) {
        List<LogLine> lines = new ArrayList<>();
        lines.add(new LogLine(now, source, Messages.text(33090, path)));
        Optional<DllFile> file = instance.ekm().file(path);
        Optional<SqlError> error = file.isEmpty()
                ? Optional.of(Messages.error(33027, 1, path))
                : fault(instance, file.get(), distrusted, code);
        boolean signature = error.isPresent()
                && file.isPresent()
                && (distrusted || !file.get().signed());
        if (signature) {
            lines.add(new LogLine(now, source, Messages.text(33081, path)));
        } else if (error.isPresent()) {
            lines.add(new LogLine(now, source, headline(error.get())));
            lines.add(new LogLine(now, source, error.get().text()));
        } else {
            lines.add(new LogLine(now, source, Messages.text(33080, path)));
        }
        return new DllLoad(error.isPresent() ? Optional.empty() : file, error, lines);
    }

    private static Optional<SqlError> fault(Instance instance, DllFile file, boolean distrusted, int code) {
        int answer = code != 0 ? code : file.initializeCode();
        if (!file.loadable() || !file.signed() || distrusted) {
            return Optional.of(Messages.error(33027, 1, file.path()));
        }
        if (file.missingExport() > 0) {
            return Optional.of(Messages.error(33085, file.missingExport(), file.path()));
        }
        if (answer != 0) {
            String text = Messages.text(33029, answer, ProviderCode.tail(answer));
            return Optional.of(new SqlError(33029, 16, 2, 0, VaultDoor.ofVersion(instance, text)));
        }
        return described(file);
    }

    /** What the engine makes of the provider's own description. */
    private static Optional<SqlError> described(DllFile file) {
        if (file.propertiesCode() != 0) {
            return Optional.of(Messages.error(33022, 1, file.propertiesCode()));
        }
        if (!file.api().equals(DllFile.API)) {
            String[] is = padded(file.api());
            String[] wanted = padded(DllFile.API);
            return Optional.of(Messages.error(33032, 1, is[0], is[1], wanted[0], wanted[1]));
        }
        return file.friendlyName().isBlank()
                ? Optional.of(Messages.error(33025, 1, "friendly name"))
                : Optional.empty();
    }

    private static String[] padded(String version) {
        String[] parts = version.split("\\.");
        return new String[] {"0".repeat(2 - parts[0].length()) + parts[0], "0".repeat(2 - parts[1].length()) + parts[1]
        };
    }

    /** The line that stands above an error's text in the ERRORLOG. */
    static String headline(SqlError error) {
        return "Error: " + error.number() + ", Severity: " + error.severity() + ", State: " + error.state() + ".";
    }
}
