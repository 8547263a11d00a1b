package keyturn.plan.flow.upgrade;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import keyturn.domain.DllPath;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.domain.Permission;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.plan.Direction;
import keyturn.plan.Plan;
import keyturn.plan.PlanOutcome;
import keyturn.plan.check.CallerChecks;
import keyturn.plan.check.Finding;
import keyturn.plan.check.ForecastChecks;
import keyturn.plan.check.Preflight;
import keyturn.plan.fact.Basis;
import keyturn.plan.fact.LoadedConnector;
import keyturn.plan.flow.TestCosts;
import keyturn.plan.flow.UntestedNotices;
import keyturn.plan.step.HostStep;
import keyturn.plan.step.RepeatBound;
import keyturn.plan.step.Step;

/**
 * Plans the upgrade of the connector, by a stop or in place. In place the new DLL lies in a folder of its own and the provider is pointed at it.
 * The page of before 2020 describes this way and promises that no restart is needed; today's page describes none of it and
 * restarts. Keyturn takes the safer word: until a restart is confirmed, the verdict is pending.
 */
public final class UpgradePlanner {

    private UpgradePlanner() {}

    public static PlanOutcome plan(Inspection inspection, UpgradeChoices choices, Instant now) {
        UpgradeSituation situation = UpgradeSituation.of(inspection, choices);
        if (isPointedAlready(situation)) {
            return new PlanOutcome.NothingToDo(nothingToDo(inspection, choices));
        }
        Preflight preflight = preflight(situation);
        if (preflight.blocked()) {
            return new PlanOutcome.Blocked(preflight.problems());
        }
        return new PlanOutcome.Ready(
                ready(situation, preflight, situation.provider().orElseThrow(), now));
    }

    /** By a stop the file is replaced where it lies, and one version number stands for three builds. */
    private static boolean isPointedAlready(UpgradeSituation situation) {
        String chosen = situation.choices().dll().value();
        return switch (situation.choices().lane()) {
            case Lane.Stop stop -> false;
            case Lane.InPlace in ->
                situation.provider().filter(row -> row.dllPath().equals(chosen)).isPresent();
        };
    }

    static Preflight preflight(UpgradeSituation situation) {
        List<Finding> findings = UpgradeChecks.findings(situation);
        return Preflight.of(situation, findings);
    }

    private static Message nothingToDo(Inspection inspection, UpgradeChoices choices) {
        return switch (LoadedConnector.of(inspection, choices.provider(), choices.dll())) {
            case LoadedConnector.Expected loaded ->
                Message.of("plan.nothing.loaded", choices.provider(), choices.dll());
            case LoadedConnector.Older older ->
                Message.of(
                        "plan.nothing.pendingRestart",
                        choices.provider(),
                        choices.dll(),
                        String.join(", ", older.paths()));
            case LoadedConnector.None none -> Message.of("plan.nothing.notLoaded", choices.provider(), choices.dll());
            case LoadedConnector.NotSeen unseen ->
                Message.of(
                        "plan.nothing.unseen",
                        choices.provider(),
                        choices.dll(),
                        unseen.why().text());
        };
    }

    private static Plan ready(
            UpgradeSituation situation, Preflight preflight, Inspection.Provider provider, Instant now) {
        Inspection inspection = situation.inspection();
        List<Step> steps = steps(situation, new DllPath(provider.dllPath()), now);
        return new Plan(
                inspection.identity(),
                now,
                situation.choices(),
                Direction.FORWARD,
                Basis.of(situation),
                steps,
                notices(situation, preflight, provider, steps),
                inspection.facts().around().underway().serverTime());
    }

    private static List<Step> steps(UpgradeSituation situation, DllPath present, Instant now) {
        return switch (situation.choices().lane()) {
            case Lane.InPlace in -> new UpgradeSteps(situation, present, in).all();
            case Lane.Stop stop -> new StopSteps(situation, present, stop.operator()).all(stop, now);
        };
    }

    private static List<Message> notices(
            UpgradeSituation situation, Preflight preflight, Inspection.Provider provider, List<Step> steps) {
        List<Message> notices = new ArrayList<>();
        notices.addAll(StopChecks.notices(situation));
        if (HostStep.starts(steps).findAny().isEmpty()) {
            notices.add(Message.of("plan.notice.pendingRestart", provider.dllPath()));
        }
        LaneChecks.said(situation.choices().build(), provider).forEach(notices::add);
        if (situation.inspection().facts().permissions() instanceof Fact.Unknown<?> unknown) {
            notices.add(Message.of(
                    "plan.notice.permissionsUnknown", unknown.why().text(), Permission.CONTROL_SERVER.name()));
        }
        for (Database database : situation.databases().notOpen()) {
            notices.add(Message.of(
                    "plan.notice.notOpen", OneLine.shown(database.name().value()), database.state()));
        }
        notices.addAll(ForecastChecks.notices(preflight.forecast()));
        notices.addAll(UntestedNotices.of(situation));
        notices.addAll(CallerChecks.notices(situation));
        notices.addAll(TestCosts.notices(steps, situation.choices().assurances().longTest()));
        if (situation.databases().open().isEmpty()) {
            notices.add(Message.of("plan.notice.noDatabase", provider.name()));
        }
        notices.add(RepeatBound.notice());
        return notices;
    }
}
