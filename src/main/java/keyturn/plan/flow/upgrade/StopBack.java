package keyturn.plan.flow.upgrade;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.FileVersion;
import keyturn.domain.Problem;
import keyturn.domain.host.HostPath;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.BackOut;
import keyturn.plan.Direction;
import keyturn.plan.Plan;
import keyturn.plan.check.Blocks;
import keyturn.plan.fact.Basis;
import keyturn.plan.fact.FactKey.OfProvider;
import keyturn.plan.fact.FactKey.ProviderFact;
import keyturn.plan.fact.FactValue;
import keyturn.plan.flow.HostWork;
import keyturn.plan.step.HostStep;
import keyturn.plan.step.RepeatBound;
import keyturn.plan.step.Step;

/**
 * The way back from the lane by a stop: SQL Server is stopped once more, and the copy of the former folder goes back.
 *
 * @param done the plan that has run, wholly or in part
 * @param now a fresh look
 */
record StopBack(Plan done, Inspection now) {

    /** @param begun steps whose acts may have been performed: before the stop nothing was changed */
    BackOut.Offer offer(UpgradeChoices choices, List<Step> begun, Lane.Stop lane, Instant at) {
        if (begun.stream().flatMap(step -> step.asHost().stream()).noneMatch(HostStep::replacesConnector)) {
            return new BackOut.NotOffered(List.of(Blocks.of("undo.nothing", Optional.empty())));
        }
        List<Problem> problems = misfits(choices);
        return problems.isEmpty() ? new BackOut.Offered(back(choices, lane, at)) : new BackOut.NotOffered(problems);
    }

    private List<Problem> misfits(UpgradeChoices choices) {
        List<Problem> problems = new ArrayList<>();
        if (now.facts().startedAt().value().isEmpty()) {
            problems.add(Blocks.of("undo.start-unknown", Optional.empty()));
        }
        new OldKeys(done, now, choices.provider(), choices.dll()).misfits().forEach(problems::add);
        return problems;
    }

    private Plan back(UpgradeChoices choices, Lane.Stop lane, Instant at) {
        UpgradeSituation situation = choices.situation(now);
        HostPath kept = HostWork.folder(done.madeAt());
        List<Step> steps = new StopSteps(situation, choices.dll(), lane.operator())
                .back(kept.in("connector"), kept.in("registry.json"), before(choices), at);
        return new Plan(
                now.identity(),
                at,
                choices,
                Direction.BACK,
                Basis.of(situation),
                steps,
                Stream.of(UpgradeFlow.NAME.words("notice.stop"), RepeatBound.notice())
                        .toList());
    }

    /** As the catalog had it before. */
    private Optional<FileVersion> before(UpgradeChoices choices) {
        return done.basis()
                .value(new OfProvider(done.identity().node(), choices.provider(), ProviderFact.VERSION))
                .flatMap(FactValue::asText)
                .flatMap(UpgradeChange::version);
    }
}
