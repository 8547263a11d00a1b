package keyturn.ui.run;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import keyturn.domain.OneLine;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.ProviderStep;
import keyturn.plan.step.SecretStep;
import keyturn.plan.step.Step;
import keyturn.plan.words.StepWords;
import keyturn.run.RunEvent;
import keyturn.run.RunKnowledge;
import keyturn.run.RunResult;
import keyturn.run.SentAct;
import keyturn.run.resume.Found;
import keyturn.run.resume.Standing;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.WindowTimes;
import keyturn.ui.parts.Words;

/** What holds on the server after the changes so far, and what nobody knows yet. On JavaFX's thread only. */
final class TrueNow {

    /** There may be thousands: the last ones tell how far it is. */
    private static final int NAMES_IN_SIGHT = 5;

    private final Clock clock;
    private final ReadOnlyObjectWrapper<Said> said =
            new ReadOnlyObjectWrapper<>(new Said(Tone.INFO, List.of(), List.of()));
    private final List<String> reencrypted = new ArrayList<>();
    private RunKnowledge knowledge = new RunKnowledge(List.of());
    private final Map<String, String> changes = new LinkedHashMap<>();
    private Optional<Supplier<String>> holds = Optional.empty();
    private List<String> details = List.of();
    /** By the last look at a run that does not go on; empty while it runs. */
    private Optional<LookedAt> looked = Optional.empty();

    /**
     * @param tone amber where something takes longer than planned
     * @param details what holds besides, which need not be in sight
     */
    record Said(Tone tone, List<String> lines, List<String> details) {

        Said {
            lines = List.copyOf(lines);
            details = List.copyOf(details);
        }

        /** All of it, as one text. */
        String whole() {
            return String.join(
                    " ", Stream.concat(lines.stream(), details.stream()).toList());
        }
    }

    TrueNow(Clock clock) {
        this.clock = clock;
    }

    ObservableValue<Said> said() {
        return said.getReadOnlyProperty();
    }

    /** Nothing was changed. */
    void begin(List<Step> plan) {
        knowledge = new RunKnowledge(plan);
        looked = Optional.empty();
        changes.clear();
        reencrypted.clear();
        details = List.of();
        holds = Optional.empty();
        say(Optional.empty());
    }

    /** A run that ended early: its steps by the journal and by a look, which tells what became of what was sent. */
    void standing(Found found) {
        holds = Optional.of(() -> Words.of("run.true.standing"));
        looked = Optional.of(LookedAt.of(found));
        say(Optional.empty());
    }

    /** SQL Server is stopped, and nobody can look at it. */
    void stopped() {
        holds = Optional.of(() -> Words.of("run.true.stopped"));
        say(Optional.empty());
    }

    /** The last look of a run that came to its end. */
    void ended(RunResult.Completed completed) {
        looked = Optional.of(LookedAt.of(completed));
        say(Optional.empty());
    }

    /** Said by {@link #show}: of thousands of events that come together nobody reads what was true between them. */
    void hear(RunEvent event) {
        knowledge.hear(event);
        looked = Optional.empty();
    }

    /**
     * A step is done, or needed nothing. Said by {@link #show}.
     *
     * @param at when it was done; empty: it needed nothing
     */
    void after(Step step, Optional<Instant> at) {
        step.asKey().flatMap(KeyStep::asReencrypt).ifPresentOrElse(this::reencrypted, () -> changed(step, at));
    }

    /** Says what was heard. */
    void show() {
        say(Optional.empty());
    }

    private void reencrypted(KeyStep.ReencryptDatabase step) {
        reencrypted.add(step.database().value());
        details = changes.isEmpty() ? List.of() : List.of(changed());
        holds = Optional.of(() -> Words.of("run.true.reencrypted", reencrypted.size(), step.to(), lastOnes()));
    }

    /** Once databases have moved, that stays in sight and the rest is a detail. */
    private void changed(Step step, Optional<Instant> at) {
        if (Conduct.of(step).risk() != Conduct.Risk.READS) {
            String subject = step.asHost()
                    .map(host -> host.task().subject())
                    .orElse(step.id().toString());
            changes.remove(subject);
            changes.put(
                    subject,
                    at.flatMap(done -> since(step, done))
                            .orElseGet(() -> StepWords.of(step).trueAfter().text()));
            if (reencrypted.isEmpty()) {
                holds = Optional.of(this::changed);
            } else {
                details = List.of(changed());
            }
        }
    }

    /** What the server does not show: that a credential has another secret. */
    private Optional<String> since(Step step, Instant at) {
        return SecretStep.replaced(List.of(step))
                .findFirst()
                .map(replace -> Words.of(
                        replace.back() ? "run.true.otherSecret" : "run.true.newSecret",
                        OneLine.shown(replace.credential().value()),
                        WindowTimes.clock(at, clock.getZone())));
    }

    private String lastOnes() {
        int from = Math.max(0, reencrypted.size() - NAMES_IN_SIGHT);
        return (from > 0 ? "…, " : "") + String.join(", ", reencrypted.subList(from, reencrypted.size()));
    }

    private String changed() {
        return String.join(" ", changes.values());
    }

    /** Time has passed. */
    void tick(Instant now) {
        say(knowledge.underWay().filter(act -> act.isOverdue(now)));
    }

    /** A step's answer does not tell what it left. Said by {@link #show}. */
    void unsure(Step step) {
        if (Conduct.of(step).risk() != Conduct.Risk.READS) {
            holds = Optional.of(() -> Words.of("run.true.unsure", step.id()));
        }
    }

    /** While a change is open, nobody says that nothing was changed. */
    private void say(Optional<SentAct> overdue) {
        List<String> lines = new ArrayList<>();
        Optional<SentAct> open = looked.isPresent() ? looked.flatMap(LookedAt::open) : knowledge.open();
        holds.map(Supplier::get)
                .or(() -> open.isPresent() || isTold() ? Optional.empty() : Optional.of(Words.of("run.true.nothing")))
                .ifPresent(lines::add);
        looked.ifPresent(look -> lines.addAll(look.lines(clock.getZone())));
        open.map(act -> act.unknown(WindowTimes.clock(act.at(), clock.getZone()))
                                .text() + " " + SentAct.doNotRestart().text())
                .ifPresent(lines::add);
        overdue.map(act -> act.overdue(WindowTimes.duration(act.planned())).text())
                .ifPresent(lines::add);
        Said now = new Said(overdue.isPresent() ? Tone.ATTENTION : Tone.INFO, lines, details);
        if (!now.equals(said.get())) {
            said.set(now);
        }
    }

    private boolean isTold() {
        return looked.filter(look -> !look.told().isEmpty()).isPresent();
    }

    /** A look after the stop: what a change left whose answer did not tell it. */
    void seen(Found found) {
        Function<ProviderStep.PointProvider, List<Inspection.Provider>> rows =
                point -> found.now().facts().providers().value().orElse(List.of()).stream()
                        .filter(row -> row.name().equals(point.provider()))
                        .toList();
        List<Step> open = found.steps().stream()
                .filter(TrueNow::isOpen)
                .map(Standing::step)
                .toList();
        looked = Optional.of(LookedAt.of(found));
        ProviderStep.points(open).map(rows).flatMap(List::stream).forEach(this::reads);
        say(Optional.empty());
    }

    private static boolean isOpen(Standing standing) {
        return standing.reached() == Standing.Reached.FAILED || standing.reached() == Standing.Reached.UNKNOWN;
    }

    private void reads(Inspection.Provider row) {
        String state = Words.of("run.true.seen." + (row.enabled() ? "enabled" : "disabled"));
        holds = Optional.of(() -> Words.of("run.true.seen", row.name(), row.dllPath(), state));
    }
}
