package keyturn.inspect.record;

import java.util.List;
import java.util.Optional;
import keyturn.domain.DllPath;
import keyturn.domain.InvalidValue;
import keyturn.domain.Problem;
import keyturn.domain.Thumbprint;
import keyturn.domain.inspection.Inspection;
import keyturn.inspect.ErrorLog;
import keyturn.inspect.Inspector;
import keyturn.inspect.KeyTracesLook;
import keyturn.inspect.Session;

/** Asks a server all that Keyturn asks when it looks, and keeps the answers. Changes nothing. */
public record Recorder(Inspector inspector) {

    /** Whose traces are looked for: each costs two round trips. */
    private static final int KEYS = 3;

    /**
     * Leaves the session open; asks SQL Server alone, whatever other doors there are.
     *
     * @throws Problem.Raised if the server cannot be asked, or is none that Keyturn works with
     */
    public Recording record(Session session) throws Problem.Raised {
        var listening = new ListeningSession(session.sql());
        Inspection seen = inspector.inspect(listening);
        inspector.withFiles(listening, seen, files(seen));
        inspector.serverTime(listening);
        var traces = new KeyTracesLook(listening, seen.identity().majorVersion());
        traces.logRooms();
        for (Thumbprint key : protectors(seen)) {
            traces.of(key);
        }
        ErrorLog.since(seen.takenAt(), listening);
        return new Recording(
                seen.identity().productVersion(), seen.identity().edition(), seen.takenAt(), listening.questions());
    }

    private static List<DllPath> files(Inspection seen) {
        return seen.facts().providers().value().orElse(List.of()).stream()
                .map(Inspection.Provider::dllPath)
                .flatMap(path -> ordinary(path).stream())
                .toList();
    }

    private static Optional<DllPath> ordinary(String path) {
        try {
            return Optional.of(new DllPath(path));
        } catch (InvalidValue odd) {
            return Optional.empty();
        }
    }

    private static List<Thumbprint> protectors(Inspection seen) {
        return seen.facts().databases().value().orElse(List.of()).stream()
                .flatMap(database -> database.key().value().orElse(Optional.empty()).stream())
                .map(Inspection.EncryptionKey::thumbprint)
                .distinct()
                .limit(KEYS)
                .toList();
    }
}
