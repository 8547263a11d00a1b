package keyturn.evidence.runs;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.Problem;
import keyturn.domain.azure.BackupOrder;
import keyturn.evidence.FiledRun;
import keyturn.plan.due.KnownDates;
import keyturn.plan.due.KnownDates.OldKeyNeed;
import keyturn.plan.due.KnownDates.RestoreDrill;
import keyturn.plan.due.KnownDates.VaultKeyBackup;
import keyturn.plan.step.RecoveryStep;
import keyturn.plan.step.VaultStep;
import keyturn.run.files.FiledJson;
import keyturn.run.files.OrdinaryFile;
import keyturn.run.journal.RunRecord.Part;

/** The dates that only the runs of this machine know: when they backed vault keys up, and until when a replaced key is needed. */
public final class DatesOfRuns {

    private static final Logger LOG = System.getLogger(DatesOfRuns.class.getName());
    private final List<VaultKeyBackup> backups = new ArrayList<>();
    private final List<OldKeyNeed> needs = new ArrayList<>();
    private final List<RestoreDrill> drills = new ArrayList<>();

    private DatesOfRuns() {}

    /**
     * Reads the runs of one server. What cannot be read tells no date: the list of runs says that it is damaged.
     *
     * @param server the name that it answers by
     */
    public static KnownDates of(Runs runs, String server) {
        DatesOfRuns dates = new DatesOfRuns();
        for (Runs.Run run : runs.all()) {
            if (isOf(run, server)) {
                dates.readIfReadable(run);
            }
        }
        return new KnownDates(dates.backups, dates.needs, dates.drills);
    }

    private void readIfReadable(Runs.Run run) {
        try {
            read(FiledRun.begun(run.folder()));
        } catch (Problem.Raised | IOException unreadable) {
            // The list of runs shows what could not be read, and why.
            LOG.log(Level.DEBUG, "no dates from " + run.folder(), unreadable);
        }
    }

    private static boolean isOf(Runs.Run run, String server) {
        return switch (run) {
            case Runs.Pending pending -> pending.about().server().equals(server);
            case Runs.Early early -> early.about().server().equals(server);
            case Runs.Ended ended -> ended.about().server().equals(server);
            case Runs.Damaged damaged -> false;
        };
    }

    private void read(FiledRun filed) throws IOException {
        Part first = filed.run().first();
        VaultStep.backups(first.plan().steps())
                .forEach(step -> first.doneAt(step)
                        .ifPresent(at -> backups.add(new VaultKeyBackup(
                                step.name().value(), at, Optional.of(step.file().folder())))));
        RecoveryStep.backups(first.plan().steps())
                .forEach(step -> first.doneAt(step).ifPresent(at -> add(step.order(), at)));
        RecoveryStep.rehearsals(first.plan().steps())
                .forEach(step -> first.doneAt(step)
                        .ifPresent(at -> drills.add(new RestoreDrill(
                                step.copy().name().value(), at, step.vault().name(), next(first, step)))));
        if (!filed.run().goingBack()) {
            need(filed.folder()).ifPresent(needs::add);
        }
    }

    /** A key that was deleted again keeps its name until the vault purges it. */
    private static Optional<Instant> next(Part first, RecoveryStep.RehearseKey drill) {
        return RecoveryStep.deletions(first.plan().steps())
                .filter(step -> step.copy().name().equals(drill.copy().name()))
                .findFirst()
                .flatMap(step ->
                        first.doneAt(step).flatMap(at -> step.retention().map(at::plus)));
    }

    /** A backup of one key may be older than its step's end by the time that the others took: the step's start is not kept. */
    private void add(BackupOrder order, Instant at) {
        order.keys()
                .forEach(key -> backups.add(new VaultKeyBackup(key.name().value(), at, Optional.of(order.folder()))));
    }

    /** As the newest look says that could tell. */
    private static Optional<OldKeyNeed> need(Path folder) throws IOException {
        List<Path> looks;
        try (Stream<Path> files = Files.list(folder)) {
            looks = files.filter(file -> String.valueOf(file.getFileName()).matches("verification-\\d+\\.json"))
                    .toList();
        }
        Optional<OldKeyNeed> newest = Optional.empty();
        Instant seen = Instant.MIN;
        for (Path look : looks) {
            JsonNode root = FiledJson.of(OrdinaryFile.text(look));
            JsonNode old = root.path("oldKey");
            Instant at =
                    Instant.parse(root.path("verification").path("lookedAt").asText());
            if (old.path("verdict").asText().equals("NotBefore") && at.isAfter(seen)) {
                seen = at;
                newest = Optional.of(new OldKeyNeed(
                        new AsymmetricKeyName(old.path("asymmetricKey").asText()),
                        Instant.parse(old.path("date").asText())));
            }
        }
        return newest;
    }
}
