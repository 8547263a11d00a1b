package keyturn.plan.flow.upgrade;

import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.DllPath;
import keyturn.domain.InvalidValue;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Surroundings.FileStamp;
import keyturn.plan.check.Area;
import keyturn.plan.check.Blocks;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Finding.Severity;
import keyturn.plan.check.Findings;

/** The new DLL's path, the old one's, and whether files lie there. */
public final class FileChecks {

    private FileChecks() {}

    /** The loaded file is locked, so the new one lies in another folder; an equal path written otherwise is the same file. */
    public static Stream<Finding> anotherFile(UpgradeSituation situation) {
        DllPath to = situation.choices().dll();
        return situation.provider().stream()
                .flatMap(row -> row.dllPath().equalsIgnoreCase(to.value())
                        ? Findings.blocked(Area.PATH, "path.same-file", to, row.dllPath())
                        : Findings.fine(Area.PATH, "path.differs", to, row.dllPath()));
    }

    public static Stream<Finding> backOut(UpgradeSituation situation) {
        return situation.provider().stream()
                .flatMap(row -> broken(row.dllPath())
                        .map(rule -> Findings.of(
                                Area.PATH,
                                Blocks.of(
                                        "path.no-back-out",
                                        Optional.of(rule.summary().text()),
                                        row.dllPath())))
                        .stream());
    }

    /** The DLL of a provider; none where it is written as no path may be. */
    public static Stream<DllPath> path(Inspection.Provider row) {
        return broken(row.dllPath()).isEmpty() ? Stream.of(new DllPath(row.dllPath())) : Stream.empty();
    }

    private static Optional<Problem> broken(String path) {
        try {
            DllPath unused = new DllPath(path);
            return Optional.empty();
        } catch (InvalidValue broken) {
            return Optional.of(broken.problem());
        }
    }

    public static Stream<Finding> newFile(UpgradeSituation situation) {
        DllPath path = situation.choices().dll();
        Fact<Boolean> there = there(situation, path);
        if (isPlaced(situation) && !there.value().orElse(false)) {
            return Findings.of(UpgradeFlow.NAME, Area.FILE, Severity.FINE, "file.placed", path);
        }
        return there.value()
                .map(found -> found
                        ? Findings.fine(Area.FILE, "file.there", path)
                        : Findings.blocked(Area.FILE, "file.missing", path))
                .orElseGet(() -> Findings.notKnown(Area.FILE, "file.unknown", there, path));
    }

    /** The plan itself brings it there. */
    private static boolean isPlaced(UpgradeSituation situation) {
        return switch (situation.choices().lane()) {
            case Lane.InPlace in -> in.placing().isPresent();
            case Lane.Stop stop -> true;
        };
    }

    /** Without the old file there is no back-out; the upgrade itself does not need it. */
    public static Stream<Finding> oldFile(UpgradeSituation situation) {
        return situation.provider().stream()
                .flatMap(FileChecks::path)
                .filter(path ->
                        there(situation, path).value().filter(found -> !found).isPresent())
                .flatMap(path -> Findings.attention(Area.FILE, "file.old-missing", path));
    }

    /** By name where it was asked for by name, else among the DLLs that were found lying on the server. */
    public static Fact<Boolean> there(UpgradeSituation situation, DllPath path) {
        var facts = situation.inspection().facts();
        return facts.around().files().stream()
                .filter(seen -> seen.path().sameFileAs(path))
                .map(seen -> seen.there())
                .findFirst()
                .orElseGet(() -> facts.dllFiles().value().orElse(java.util.List.of()).stream()
                                .anyMatch(file -> file.path().sameFileAs(path))
                        ? new Fact.Known<>(true, "sys.dm_os_file_exists")
                        : new Fact.Unknown<>(Message.of("plan.fact.notLooked", path)));
    }

    /** Size and date of a file that was looked at by name; empty where they were not seen. */
    static Optional<FileStamp> stamp(Inspection seen, DllPath path) {
        return seen.facts().around().files().stream()
                .filter(file -> file.path().sameFileAs(path))
                .flatMap(file -> file.stamp().value().stream())
                .findFirst();
    }
}
