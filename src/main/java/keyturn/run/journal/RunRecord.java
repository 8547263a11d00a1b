package keyturn.run.journal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import keyturn.domain.Problem;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.ServerStart;
import keyturn.plan.Direction;
import keyturn.plan.Plan;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.HostStep;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.plan.verify.Verification.RunSeen;
import keyturn.run.journal.JournalEntry.Event;
import keyturn.run.resume.Standing;
import keyturn.script.ApprovedPlan;
import keyturn.script.Otherwise;

/**
 * A run as its folder has it: the journal, and the plans that its lines name.
 *
 * @param journal whole, or torn in its last line
 * @param parts at least one: the plan itself, then each back-out that was begun
 */
public record RunRecord(Path folder, JournalReading journal, List<Part> parts) {

    /** Folders and connections are named after a run: its name leads nowhere else. */
    private static final Pattern RUN_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,63}");

    public RunRecord {
        parts = List.copyOf(parts);
    }

    /**
     * What was done under one approval.
     *
     * @param startedBefore when the server had started before the last change, or as the part began
     * @param lines of the journal, the approval first
     */
    public record Part(
            ApprovedPlan approved,
            Optional<ServerStart> startedBefore,
            Optional<Path> backoutCopy,
            List<JournalEntry> lines) {

        public Part {
            lines = List.copyOf(lines);
        }

        public Plan plan() {
            return approved.plan();
        }

        /** What the journal says of the steps of this plan. */
        public Reach reach() {
            return new Reach(lines);
        }

        /** Not done or skipped, in order. */
        public List<Step> left() {
            Reach reach = reach();
            return plan().steps().stream()
                    .filter(step -> !reach.of(step).settled())
                    .toList();
        }

        /** It ended, perhaps, between the stop of SQL Server and its start, and Keyturn itself does what is left there. */
        public boolean isWhileStopped() {
            return left().stream()
                    .findFirst()
                    .filter(step -> !Conduct.of(step).isForOperator())
                    .filter(step -> Conduct.of(step).is(Conduct.Trait.ENGINE_STOPPED)
                            || (step.asHost().filter(HostStep::stopsEngine).isPresent()
                                    && reach().of(step) == Standing.Reached.UNKNOWN))
                    .isPresent();
        }

        /** What of the acts that are left this version would render otherwise than they were approved. */
        public List<Otherwise> otherwise() {
            return Otherwise.of(
                    plan(), approved.scripts(), left().stream().map(Step::id).collect(Collectors.toSet()));
        }

        /** Begun, without wrappings that the server refused: those wrapped nothing. */
        public List<Step> mayHaveChanged() {
            Reach reach = reach();
            return begun().stream()
                    .filter(step -> !(Conduct.of(step).is(Conduct.Trait.REFUSED_UNCHANGED)
                            && reach.of(step) == Standing.Reached.FAILED))
                    .toList();
        }

        public List<Step> begun() {
            Reach reach = reach();
            return plan().steps().stream()
                    .filter(step -> reach.of(step).begun())
                    .toList();
        }

        /** Those that changed something and are journalled as done. */
        public List<Step> done() {
            Reach reach = reach();
            return plan().steps().stream()
                    .filter(step -> Conduct.of(step).changes())
                    .filter(step -> reach.of(step) == Standing.Reached.DONE)
                    .toList();
        }

        /** When a step was done, by the clock of the machine that it ran on. */
        public Optional<Instant> doneAt(Step step) {
            return reach().done(step).map(JournalEntry::at);
        }

        /** What the part itself saw, as far as its lines tell. */
        public RunSeen seen() {
            return new PartSeen(this).seen();
        }

        /** When its changes were done, each by the server's clock; empty where that was not to be read. */
        public Map<StepId, Optional<OffsetDateTime>> changes() {
            Reach reach = reach();
            Map<StepId, Optional<OffsetDateTime>> changes = new LinkedHashMap<>();
            for (Step step : plan().steps()) {
                if (Conduct.of(step).mayBeUndone()) {
                    reach.done(step)
                            .ifPresent(
                                    line -> changes.put(step.id(), line.server().time()));
                }
            }
            return changes;
        }

        /** Going on; one that was only intended begins now. */
        public Part begun(Inspection before) {
            return new Part(
                    approved, startedBefore.or(() -> before.facts().startedAt().value()), backoutCopy, lines);
        }
    }

    /** The one that was under way: the back-out if one was begun; an ENABLE that is done leads back to what was before. */
    public Part current() {
        Part last = parts.getLast();
        boolean over = parts.size() > 1
                && last.plan().direction() != Direction.BACK
                && last.left().isEmpty();
        return over ? parts.get(parts.size() - 2) : last;
    }

    /** The plan that the run began with. */
    public Part first() {
        return parts.getFirst();
    }

    /** A back-out was begun, and may be done. */
    public boolean goingBack() {
        return current().plan().direction() == Direction.BACK;
    }

    /** A back-out was approved, and nothing of it has begun. */
    public boolean intendsBackOut() {
        return journal.entries().reversed().stream()
                .filter(line -> !line.isOfLook())
                .findFirst()
                .filter(line -> line.event() == Event.BACKOUT)
                .isPresent();
    }

    /** A back-out was approved and no step of it has begun: the run may still go forward. */
    public boolean mayGoEitherWay() {
        return goingBack() && current().reach().isUntouched();
    }

    public String runId() {
        return journal.entries().getFirst().run();
    }

    public Path journalFile() {
        return folder.resolve(Journal.FILE);
    }

    /** Who took the run over, where it goes on from another folder. */
    public Optional<Note.HandedOver> handedOver() {
        return journal.entries().stream()
                .filter(line -> line.event() == Event.TAKEN_OVER)
                .flatMap(line -> line.note().stream())
                .flatMap(note -> handedOver(note).stream())
                .reduce((before, last) -> last);
    }

    private static Optional<Note.HandedOver> handedOver(Note note) {
        return switch (note) {
            case Note.HandedOver handed -> Optional.of(handed);
            case Note.TakenFrom from -> Optional.empty();
            case Note.Made made -> Optional.empty();
            case Note.Gave gave -> Optional.empty();
            case Note.LeftOut out -> Optional.empty();
            case Note.Untested untested -> Optional.empty();
            case Note.LockAgain again -> Optional.empty();
            case Note.Torn torn -> Optional.empty();
            case Note.ApprovedAnew anew -> Optional.empty();
        };
    }

    /**
     * Opens a run.
     *
     * @param journal the journal, or the folder that it lies in
     * @throws Problem.Raised if a file cannot be read ({@code journal.read}, {@code filed.unreadable}), the journal is not as it
     *     was written ({@code journal.edited} …), or a plan is not the approved one ({@code filed.plan})
     */
    public static RunRecord open(Path journal) throws Problem.Raised {
        Path folder = Files.isDirectory(journal) ? journal : parent(journal);
        Path file = folder.resolve(Journal.FILE);
        JournalReading reading = Journal.read(file);
        if (reading.problem(file).isPresent()) {
            throw new Problem.Raised(reading.problem(file).get());
        }
        List<JournalEntry> lines = reading.entries();
        if (lines.isEmpty() || lines.getFirst().event() != Event.APPROVED) {
            throw RunFiles.raised("begin", file);
        }
        String runId = lines.getFirst().run();
        if (!RUN_ID.matcher(runId).matches()
                || !lines.stream().allMatch(line -> line.run().equals(runId))) {
            throw RunFiles.raised("runId", file);
        }
        return new RunRecord(folder, reading, parts(folder, lines));
    }

    /** Name of the file in that folder that holds the plan with this digest; the run's own where none does. */
    public static String planFile(Path folder, String digest) {
        try {
            return RunFiles.backOut(folder, digest)
                    .map(planned -> String.valueOf(planned.file().getFileName()))
                    .orElse(RunFiles.PLAN);
        } catch (Problem.Raised unreadable) {
            return RunFiles.PLAN;
        }
    }

    private static Path parent(Path journal) {
        Path parent = journal.toAbsolutePath().getParent();
        return parent == null ? journal : parent;
    }

    private static List<Part> parts(Path folder, List<JournalEntry> lines) throws Problem.Raised {
        Map<Optional<String>, RunFiles.Planned> plans = new LinkedHashMap<>();
        for (RunFiles.Planned planned : RunFiles.plans(folder)) {
            plans.put(Optional.of(planned.saved().digest()), planned);
        }
        List<Part> parts = new ArrayList<>();
        for (var part : byPlan(lines).entrySet()) {
            if (Reach.withdrawn(part.getValue())) {
                continue;
            }
            RunFiles.Planned planned = plans.get(part.getKey());
            if (planned == null) {
                throw RunFiles.raised("plan", folder.resolve(RunFiles.PLAN));
            }
            parts.add(planned.part(part.getValue()));
        }
        return parts;
    }

    /** A line belongs to the plan that was approved or resumed last; the plan that was under way comes last. */
    private static SequencedMap<Optional<String>, List<JournalEntry>> byPlan(List<JournalEntry> lines) {
        SequencedMap<Optional<String>, List<JournalEntry>> parts = new LinkedHashMap<>();
        Optional<String> plan = Optional.empty();
        for (JournalEntry line : lines) {
            if (line.namesPlan()) {
                plan = line.digest();
            }
            parts.computeIfAbsent(plan, first -> new ArrayList<>()).add(line);
        }
        return parts;
    }
}
