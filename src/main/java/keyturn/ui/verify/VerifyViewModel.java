package keyturn.ui.verify;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import keyturn.domain.Problem;
import keyturn.plan.Step;
import keyturn.plan.Verification;
import keyturn.plan.Verification.StepVerdict;
import keyturn.run.RunResult;
import keyturn.script.ApprovedPlan;
import keyturn.ui.parts.StepLine;
import keyturn.ui.parts.StepLine.Mark;
import keyturn.ui.parts.Times;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.Filing;
import keyturn.ui.wizard.PageModel;
import keyturn.ui.work.Background;

/** Tells the verdict and files the evidence. */
public final class VerifyViewModel implements PageModel {

    private final Draft draft;
    private final Background background;
    private final Filing<RunResult.Completed> filing;
    private final Clock clock;
    private final ObservableList<StepLine> steps = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Verification>> verification =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Path>> evidence = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> blocked = new ReadOnlyObjectWrapper<>(Optional.empty());

    public VerifyViewModel(Draft draft, Background background, Filing<RunResult.Completed> filing, Clock clock) {
        this.draft = draft;
        this.background = background;
        this.filing = filing;
        this.clock = clock;
    }

    @Override
    public String name() {
        return Words.of("verify.step");
    }

    @Override
    public Optional<Primary> primary() {
        return Optional.of(Primary.next(Words.of("verify.next")));
    }

    @Override
    public ObservableValue<Optional<String>> blocked() {
        return blocked.getReadOnlyProperty();
    }

    @Override
    public boolean canGoBack() {
        return false;
    }

    @Override
    public void entered() {
        evidence.set(Optional.empty());
        problem.set(Optional.empty());
        if (draft.result().get().orElseThrow() instanceof RunResult.Completed completed) {
            ApprovedPlan approved = draft.approved().get().orElseThrow();
            show(approved.plan().steps(), completed.verification());
            blocked.set(Optional.of(Words.of("verify.filing")));
            background.perform(() -> filing.file(completed), this::filed, this::failed);
        }
    }

    @Override
    public void proceed(Runnable onward) {
        onward.run();
    }

    public ObservableList<StepLine> steps() {
        return steps;
    }

    public ObservableValue<String> title() {
        return verification.map(seen -> seen.map(verdict -> Words.of("verify.title." + verdict.overall()))
                .orElse(""));
    }

    public ObservableValue<String> lead() {
        return verification.map(seen -> seen.map(
                        verdict -> Words.of("verify.lead", Times.clock(verdict.lookedAt(), clock.getZone())))
                .orElse(""));
    }

    /** The verdict in sight. */
    public ObservableValue<Optional<Verification>> verification() {
        return verification.getReadOnlyProperty();
    }

    /** The evidence, once it is written. */
    public ObservableValue<Optional<Path>> evidence() {
        return evidence.getReadOnlyProperty();
    }

    /** Why the evidence could not be filed. */
    public ObservableValue<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    private void show(List<Step> planned, Verification seen) {
        verification.set(Optional.of(seen));
        steps.setAll(seen.verdicts().stream()
                .map(verdict -> line(planned.get(verdict.step().number() - 1), verdict))
                .toList());
    }

    private static StepLine line(Step step, StepVerdict verdict) {
        StepLine planned = StepLine.planned(step);
        return switch (verdict.verdict()) {
            case Verification.Met met ->
                planned.standing(Mark.DONE, met.found().text(), "").tagged(Verdicts.MET.tag());
            case Verification.NotMet not ->
                planned.standing(
                                Mark.FAILED,
                                Words.of(
                                        "verify.not",
                                        not.expected().text(),
                                        not.found().text()),
                                "")
                        .tagged(Verdicts.NOT_MET.tag());
            case Verification.CannotTell unsure ->
                planned.standing(Mark.UNSURE, unsure.why().text(), "").tagged(Verdicts.CANNOT_TELL.tag());
        };
    }

    private void filed(Path file) {
        blocked.set(Optional.empty());
        evidence.set(Optional.of(file));
    }

    private void failed(Problem why) {
        blocked.set(Optional.empty());
        problem.set(Optional.of(why));
    }
}
