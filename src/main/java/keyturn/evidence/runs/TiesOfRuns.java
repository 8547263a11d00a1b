package keyturn.evidence.runs;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.Problem;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.Tie;
import keyturn.domain.azure.Ties;
import keyturn.domain.azure.VaultAddress;
import keyturn.plan.step.CredentialStep;
import keyturn.plan.step.SecretStep;
import keyturn.plan.step.Step;
import keyturn.plan.step.VaultStep;
import keyturn.run.journal.Journal;
import keyturn.run.journal.JournalEntry;
import keyturn.run.journal.JournalEntry.Event;
import keyturn.run.journal.RunFiles;
import keyturn.run.journal.RunRecord;
import keyturn.run.journal.RunRecord.Part;
import keyturn.script.json.PlanFile;

/** Which credentials the runs of this machine gave a secret, and of which application; a journal is read again where it has grown. */
public final class TiesOfRuns {

    private static final Logger LOG = System.getLogger(TiesOfRuns.class.getName());

    private final Set<Path> folders = new CopyOnWriteArraySet<>();
    private final Map<Path, OfOne> read = new ConcurrentHashMap<>();

    /** What one journal told, as long as it has not changed. */
    private record OfOne(FileTime changed, long bytes, String server, List<Tie> ties) {}

    /** @param folders that runs are filed in */
    public TiesOfRuns(List<Path> folders) {
        folders.forEach(this::also);
    }

    /** What is filed there counts too. */
    public void also(Path folder) {
        folders.add(folder.toAbsolutePath().normalize());
    }

    /**
     * What cannot be read is not known.
     *
     * @param server as it calls itself
     */
    public Ties of(String server) {
        return new Ties(folders.stream()
                .flatMap(folder -> runs(folder).stream())
                .flatMap(run -> told(run).stream())
                .filter(one -> one.server().equalsIgnoreCase(server))
                .flatMap(one -> one.ties().stream())
                .toList());
    }

    private static List<Path> runs(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(run -> Files.isRegularFile(run.resolve(Journal.FILE)))
                    .sorted()
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    private Optional<OfOne> told(Path run) {
        try {
            Path journal = run.resolve(Journal.FILE);
            FileTime changed = Files.getLastModifiedTime(journal);
            long bytes = Files.size(journal);
            Optional<OfOne> before = Optional.ofNullable(read.get(run))
                    .filter(one -> one.bytes() == bytes && one.changed().equals(changed));
            if (before.isEmpty()) {
                read.put(run, looked(run, changed, bytes));
            }
            return Optional.ofNullable(read.get(run));
        } catch (Problem.Raised | IOException unreadable) {
            // The list of runs shows what could not be read, and why.
            LOG.log(Level.DEBUG, "no applications from " + run, unreadable);
            return Optional.empty();
        }
    }

    /** Most runs give no secret: only those that do are read whole. What a back-out gives back, the plan before it gave first. */
    private static OfOne looked(Path run, FileTime changed, long bytes) throws Problem.Raised, IOException {
        if (!PlanFile.mayGiveSecret(run.resolve(RunFiles.PLAN))) {
            return new OfOne(changed, bytes, "", List.of());
        }
        RunRecord record = RunRecord.open(run);
        return new OfOne(changed, bytes, record.first().plan().identity().name(), ties(record));
    }

    private static List<Tie> ties(RunRecord run) {
        return run.parts().stream()
                .flatMap(part -> CredentialStep.given(part.plan().steps())
                        .flatMap(given ->
                                last(part, given.step()).map(line -> tie(run.runId(), part, given, line)).stream()))
                .toList();
    }

    private static Tie tie(String run, Part part, CredentialStep.Given given, JournalEntry done) {
        return new Tie(
                given.credential(),
                given.application(),
                new Tie.OfRun(
                        run,
                        done.at(),
                        done.server().time().map(OffsetDateTime::toInstant),
                        tried(part, given, done),
                        done.secretGiven()));
    }

    /** A secret lives no longer than the program: what another stretch of the run tried may have been another one. */
    private static Set<Tie.TriedKey> tried(Part part, CredentialStep.Given given, JournalEntry done) {
        List<Step> steps = part.plan().steps();
        Stream<Trial> wrapped =
                VaultStep.trials(steps).map(trial -> new Trial(trial, trial.application(), trial.vault(), trial.key()));
        Stream<Trial> unwrapped = SecretStep.trials(steps)
                .map(trial -> new Trial(trial, trial.application(), trial.vault(), trial.key()));
        return Stream.concat(wrapped, unwrapped)
                .filter(trial -> trial.application().equals(given.application()))
                .filter(trial -> done(part, trial.step()).anyMatch(line -> isSameStretch(part, line.seq(), done.seq())))
                .map(trial -> new Tie.TriedKey(
                        trial.vault(), trial.key().name().value(), trial.key().version()))
                .collect(Collectors.toSet());
    }

    /** A step that tried a key with the secret. */
    private record Trial(Step step, ClientId application, VaultAddress vault, KeyReference key) {}

    private static boolean isSameStretch(Part part, long trial, long given) {
        return trial < given
                && part.lines().stream()
                        .filter(line -> line.seq() > trial && line.seq() < given)
                        .noneMatch(JournalEntry::beginsStretch);
    }

    /** A run that went on may have given the credential another secret than before. */
    private static Optional<JournalEntry> last(Part part, Step step) {
        return done(part, step).reduce((before, last) -> last);
    }

    private static Stream<JournalEntry> done(Part part, Step step) {
        return part.lines().stream()
                .filter(line -> line.event() == Event.DONE)
                .filter(line -> line.step().equals(Optional.of(step.id())));
    }
}
