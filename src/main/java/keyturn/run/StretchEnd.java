package keyturn.run;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.fact.Holds;
import keyturn.plan.fact.StepConditions;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.ProviderStep;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.plan.verify.Verification.RunSeen;
import keyturn.plan.verify.Verifier;
import keyturn.run.journal.RunFolder;
import keyturn.run.step.Halt;
import keyturn.script.ApprovedPlan;

/** What a run came to, before anyone has looked at the result; with that look it becomes the run's result. */
record StretchEnd(
        ApprovedPlan approved,
        String runId,
        RunFolder folder,
        Inspection before,
        RunSeen seen,
        List<Step> begun,
        Optional<Halt> halt) {

    RunResult seen(Inspection after) {
        RunTrail trail = trail(Optional.of(after));
        return halt.<RunResult>map(found -> stopped(found, standing(found, after), trail))
                .orElseGet(() -> new RunResult.Completed(
                        Verifier.verify(approved.plan(), after, seen), folder.journalFile(), trail));
    }

    /** The last look could not be had: then even a run that did all it should has not shown it. */
    RunResult unseen(Problem problem) {
        RunTrail trail = trail(Optional.empty());
        return halt.map(found -> stopped(found, Message.of(unseenWords(), words(found)), trail))
                .orElseGet(() -> new RunResult.Stopped(
                        approved.plan().steps().getLast().id(),
                        Halt.Kind.UNSEEN,
                        Message.of("run.unverified"),
                        problem,
                        folder.journalFile(),
                        trail));
    }

    private RunResult.Stopped stopped(Halt found, Message why, RunTrail trail) {
        return new RunResult.Stopped(found.at(), found.kind(), why, found.problem(), folder.journalFile(), trail);
    }

    /** After any FROM FILE, a failed one too, the provider may read disabled: that must not go unsaid. */
    private Message standing(Halt found, Inspection after) {
        if (untouched()) {
            return Message.of("run.stopped.unchanged", words(found));
        }
        Set<StepId> may = begun.stream().map(Step::id).collect(Collectors.toSet());
        for (Step step : approved.plan().steps()) {
            if (may.contains(step.id())
                    && !Conduct.of(step).lasts()
                    && StepConditions.holds(step, after) instanceof Holds.Yes left) {
                return Message.of(
                        "run.stopped.temporary", words(found), left.found().text());
            }
            Optional<ProviderStep.EnableProvider> disabled = step.asProvider()
                    .flatMap(ProviderStep::asEnable)
                    .filter(enable -> StepConditions.holds(enable, after) instanceof Holds.No);
            if (disabled.isPresent()) {
                return Message.of(
                        "run.stopped.disabled", words(found), disabled.get().provider());
            }
        }
        return secret(after)
                .map(made -> Message.of("run.stopped.secret", words(found), made))
                .orElseGet(() -> Message.of("run.stopped.at", words(found)));
    }

    /** A secret that was made and that surely no credential holds: its text ends with this run. */
    private Optional<String> secret(Inspection after) {
        List<Step> steps = approved.plan().steps();
        boolean maybeKept = steps.stream()
                .filter(step -> Conduct.of(step).keepsSecret())
                .anyMatch(step -> !(StepConditions.holds(step, after) instanceof Holds.No));
        return maybeKept
                ? Optional.empty()
                : steps.stream()
                        .filter(step -> Conduct.of(step).givesSecret())
                        .flatMap(step -> Optional.ofNullable(seen.tests().get(step.id())).stream())
                        .map(Verifier.TestSeen::message)
                        .findFirst();
    }

    /** Where no step that changes something was begun, nothing was changed, whatever the server looks like now. */
    private boolean untouched() {
        return begun.stream().noneMatch(step -> Conduct.of(step).changes());
    }

    private String unseenWords() {
        return untouched() ? "run.stopped.unchanged" : "run.stopped.unseen";
    }

    private static String words(Halt found) {
        return found.words().text();
    }

    private RunTrail trail(Optional<Inspection> after) {
        return new RunTrail(runId, folder.path(), approved, before, seen, after);
    }
}
