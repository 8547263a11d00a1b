package keyturn.plan.flow.upgrade;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.DllPath;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.domain.Problem;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.plan.BackOut;
import keyturn.plan.Direction;
import keyturn.plan.Plan;
import keyturn.plan.check.Blocks;
import keyturn.plan.fact.Basis;
import keyturn.plan.fact.LoadedConnector;
import keyturn.plan.flow.Situation;
import keyturn.plan.step.ProviderStep;
import keyturn.plan.step.RepeatBound;
import keyturn.plan.step.Step;

/**
 * The back-out of an upgrade, and the ENABLE alone where a FROM FILE left the provider disabled.
 *
 * @param done the plan that has run, wholly or in part
 * @param point its step that points the provider at the new DLL
 * @param now a fresh look
 */
record UpgradeBack(Plan done, ProviderStep.PointProvider point, Inspection now) {

    /** Empty for a plan that points no provider anywhere. */
    static Optional<UpgradeBack> of(Plan done, Inspection now) {
        return point(done).map(point -> new UpgradeBack(done, point, now));
    }

    static Optional<ProviderStep.PointProvider> point(Plan plan) {
        return ProviderStep.points(plan.steps()).findFirst();
    }

    BackOut.Offer offer(UpgradeChoices choices, Instant at) {
        List<Problem> problems = misfits();
        return problems.isEmpty() ? new BackOut.Offered(back(choices, at)) : new BackOut.NotOffered(problems);
    }

    private Plan back(UpgradeChoices choices, Instant at) {
        UpgradeSituation situation = choices.situation(now);
        List<Message> notices = new ArrayList<>(List.of(afterwards()));
        situation.databases().notOpen().stream().map(UpgradeBack::closed).forEach(notices::add);
        return plan(
                situation,
                at,
                Direction.BACK,
                new UpgradeSteps(situation, point.from(), Lane.InPlace.FILE_THERE).back(),
                notices);
    }

    /** Present where the provider reads disabled now. */
    Optional<Plan> repair(UpgradeChoices choices, Instant at) {
        UpgradeSituation situation = choices.situation(now);
        return row().filter(row -> !row.enabled())
                .map(row -> plan(
                        situation,
                        at,
                        Direction.REPAIR,
                        new UpgradeSteps(situation, point.from(), Lane.InPlace.FILE_THERE).repair(),
                        List.of(Message.of("plan.notice.onlyEnable", point.provider()))));
    }

    /** Nothing tells which key protects its DEK now, and nothing can be tested in it. */
    private static Message closed(Database database) {
        return Message.of(
                "plan.notice.backClosed", OneLine.shown(database.name().value()), database.state());
    }

    private Plan plan(
            UpgradeSituation situation, Instant at, Direction direction, List<Step> steps, List<Message> first) {
        return new Plan(
                now.identity(),
                at,
                situation.choices(),
                direction,
                Basis.of(situation),
                steps,
                Stream.concat(first.stream(), Stream.of(RepeatBound.notice())).toList());
    }

    private Optional<Inspection.Provider> row() {
        return Situation.row(now, point.provider());
    }

    private List<Problem> misfits() {
        List<Problem> problems = new ArrayList<>();
        if (pointsAt(point.from())) {
            return List.of(Blocks.of("undo.not-begun", Optional.empty(), point.provider(), point.from()));
        }
        if (!pointsAt(point.to())) {
            problems.add(Blocks.of("undo.not-pointed", Optional.empty(), point.provider(), point.to()));
        }
        oldFile().or(this::changedFile).ifPresent(problems::add);
        new OldKeys(done, now, point.provider(), point.from()).misfits().forEach(problems::add);
        return problems;
    }

    private boolean pointsAt(DllPath path) {
        return row().filter(now -> now.dllPath().equalsIgnoreCase(path.value())).isPresent();
    }

    /** Not known does not count as gone: FROM FILE itself finds out, and changes nothing then. */
    private Optional<Problem> oldFile() {
        return now.facts().around().files().stream()
                .filter(seen -> seen.path().sameFileAs(point.from()))
                .filter(seen -> seen.there().value().filter(there -> !there).isPresent())
                .map(seen -> Blocks.of("undo.old-file-gone", Optional.empty(), point.from()))
                .findFirst();
    }

    /** Another file in its place would be loaded instead: by what the plan saw of it, and what is seen now. */
    private Optional<Problem> changedFile() {
        return point.old()
                .flatMap(was -> FileChecks.stamp(now, point.from())
                        .filter(is -> !is.equals(was))
                        .map(is -> Blocks.of(
                                "undo.old-file-changed",
                                Optional.empty(),
                                point.from(),
                                was.bytes(),
                                was.written(),
                                is.bytes(),
                                is.written())));
    }

    /** Whether a restart must follow: only what the process holds now decides that. */
    private Message afterwards() {
        return switch (LoadedConnector.of(now, point.provider(), point.from())) {
            case LoadedConnector.Expected as -> Message.of("plan.notice.noRestart", point.from());
            case LoadedConnector.None nothing -> Message.of("plan.notice.noneLoaded", point.from());
            case LoadedConnector.Older other ->
                Message.of("plan.notice.pendingRestart", String.join(", ", other.paths()));
            case LoadedConnector.NotSeen not ->
                Message.of("plan.notice.restartUnknown", not.why().text());
        };
    }
}
