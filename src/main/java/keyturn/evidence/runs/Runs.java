package keyturn.evidence.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import keyturn.domain.Problem;
import keyturn.plan.flow.FlowName;
import keyturn.plan.verify.Verification.Overall;
import keyturn.run.SentAct;
import keyturn.run.journal.Journal;
import keyturn.run.journal.RunFiles;

/**
 * Every run filed in a folder. Looking changes nothing.
 *
 * @param all the newest first
 * @param dismissed those that nobody is reminded of
 */
public record Runs(List<Run> all, Dismissals dismissed) {

    public Runs {
        all = List.copyOf(all);
    }

    /** None is dismissed. */
    public Runs(List<? extends Run> all) {
        this(List.copyOf(all), Dismissals.NONE);
    }

    /** A run as its folder has it. */
    public sealed interface Run {

        Path folder();

        /** When it came to be as it is, by its files. */
        Instant since();

        /** What it is called: the name of its folder. */
        default String id() {
            return String.valueOf(folder().getFileName());
        }

        /** It ended early, perhaps while SQL Server was stopped by it: then nobody can look at the server. */
        default boolean mayHaveStoppedServer() {
            return false;
        }
    }

    /**
     * What a run is about.
     *
     * @param server the name it answered by
     */
    public record About(FlowName flow, String server, String node, boolean practice) {}

    /**
     * A run whose last verdict waits for a restart.
     *
     * @param since when the run's own look said so
     */
    public record Pending(Path folder, About about, Instant since) implements Run {}

    /**
     * A run that has no verdict.
     *
     * @param since when its last line was written
     */
    public record Early(Path folder, About about, Instant since, Why why, HowFar far) implements Run {

        @Override
        public boolean mayHaveStoppedServer() {
            return far.whileStopped();
        }
    }

    /** Why a run has no verdict. */
    public enum Why {
        /** Somebody writes to its journal at this moment. */
        RUNNING,
        /** It left no evidence of its end: the program, or the machine, stopped in the middle. */
        INTERRUPTED,
        /** It stopped before its end, and filed so. */
        STOPPED,
        /** Somebody took it over: it goes on from another folder, as on another machine. */
        TAKEN_OVER
    }

    /**
     * How far a run came.
     *
     * @param settled steps that are done or skipped
     * @param goingBack what was under way is the back-out
     * @param eitherWay the back-out was approved, and no step of it has begun: the plan may still go forward
     * @param whileStopped it ended, perhaps, while SQL Server was stopped by it
     * @param unknown a step that was sent and of which nobody knows whether it took effect
     */
    public record HowFar(
            int settled,
            int steps,
            boolean goingBack,
            boolean eitherWay,
            boolean whileStopped,
            Optional<SentAct> unknown) {}

    /**
     * A run that ended with a verdict.
     *
     * @param since when its last line was written
     * @param verdict the newest
     * @param wentBack the verdict is that of the back-out
     */
    public record Ended(Path folder, About about, Instant since, Overall verdict, boolean wentBack) implements Run {}

    /**
     * A folder of a run, or of all runs, that cannot be read: it is closed to this user, or a file is missing, was edited, or is of
     * another format.
     *
     * @param since when something in it was made or taken away last
     */
    public record Damaged(Path folder, Instant since, Problem why) implements Run {}

    /** Those in this folder; what is no run's folder is left out. */
    public static Runs in(Path folder) {
        try (Stream<Path> folders = Files.list(folder)) {
            List<Run> found = folders.filter(Files::isDirectory)
                    .filter(Runs::isRuns)
                    .map(RunReading::of)
                    .sorted(Comparator.comparing(Run::since).reversed())
                    .toList();
            return new Runs(found, Dismissals.in(folder));
        } catch (NoSuchFileException none) {
            return new Runs(List.of());
        } catch (IOException | UncheckedIOException unreadable) {
            return new Runs(List.of(RunReading.closed(folder, unreadable)));
        }
    }

    /** The one in this folder, wherever that lies. */
    public static Run at(Path folder) {
        return RunReading.of(folder);
    }

    /** The page of evidence that was filed last for a run, where there is one. */
    public static Optional<Path> reportIn(Path folder) {
        return RunReading.report(folder);
    }

    private static boolean isRuns(Path folder) {
        boolean closed = !Files.isReadable(folder) || !Files.isExecutable(folder);
        return closed || Files.exists(folder.resolve(Journal.FILE)) || Files.exists(folder.resolve(RunFiles.PLAN));
    }

    public boolean isDismissed(Run run) {
        return dismissed.has(run);
    }

    /** Those that somebody should be reminded of. */
    public Runs reminding() {
        return new Runs(all.stream().filter(run -> !isDismissed(run)).toList(), dismissed);
    }

    public List<Pending> pending() {
        return some(run -> switch (run) {
            case Pending pending -> Optional.of(pending);
            case Early early -> Optional.empty();
            case Ended ended -> Optional.empty();
            case Damaged damaged -> Optional.empty();
        });
    }

    /** Those without a verdict, for this reason. */
    public List<Early> early(Why why) {
        return some(run -> switch (run) {
            case Early early -> Optional.of(early).filter(one -> one.why() == why);
            case Pending pending -> Optional.empty();
            case Ended ended -> Optional.empty();
            case Damaged damaged -> Optional.empty();
        });
    }

    public List<Damaged> damaged() {
        return some(run -> switch (run) {
            case Damaged damaged -> Optional.of(damaged);
            case Pending pending -> Optional.empty();
            case Early early -> Optional.empty();
            case Ended ended -> Optional.empty();
        });
    }

    private <R> List<R> some(Function<Run, Optional<R>> which) {
        return all.stream().flatMap(run -> which.apply(run).stream()).toList();
    }
}
