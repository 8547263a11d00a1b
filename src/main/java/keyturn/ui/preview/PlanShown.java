package keyturn.ui.preview;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.Plan;
import keyturn.plan.change.PlannedChange;
import keyturn.plan.forecast.Forecast;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.Draft.Rendered;
import keyturn.ui.work.Background;
import keyturn.ui.work.Job;

/** What the plan of the draft says of itself, for the page. */
final class PlanShown {

    private final Draft draft;
    private final Background background;
    private Optional<Job> checking = Optional.empty();
    private final ReadOnlyObjectWrapper<Optional<PlanSummary>> summary = new ReadOnlyObjectWrapper<>(Optional.empty());

    PlanShown(Draft draft, Background background) {
        this.draft = draft;
        this.background = background;
        draft.rendered().observable().subscribe(rendered -> show(rendered.map(Rendered::plan)));
    }

    /** The checks of ten thousand databases take seconds: the page is there before them, and its approval waits. */
    private void show(Optional<Plan> plan) {
        checking.ifPresent(Job::abandon);
        checking = Optional.empty();
        Optional<Inspection> seen = draft.inspection().get();
        summary.set(plan.map(shown -> PlanSummary.of(shown, seen, draft.before().get())));
        checking = plan.map(shown -> background.perform(
                () -> PlanSummary.Checks.of(shown, seen),
                found -> summary.set(summary.get().map(now -> now.with(found))),
                why -> summary.set(summary.get().map(now -> now.with(PlanSummary.Checks.failed(why))))));
    }

    /** Why the plan cannot be approved yet; empty: it can, or there is none. */
    Optional<String> missing() {
        return summary.get().flatMap(PlanSummary::missing);
    }

    /** Changes whenever anything here does. */
    ObservableValue<?> observable() {
        return summary;
    }

    ObservableValue<String> title() {
        return text(PlanSummary::title);
    }

    ObservableValue<String> lead() {
        return text(PlanSummary::lead);
    }

    /** The server that the plan changes, by its name. */
    ObservableValue<String> server() {
        return text(shown -> shown.plan().identity().name());
    }

    ObservableValue<String> counts() {
        return text(PlanSummary::counted);
    }

    ObservableValue<String> unconfirmed() {
        return text(PlanSummary::open);
    }

    ObservableValue<Optional<PlannedChange>> change() {
        return summary.map(plan -> plan.flatMap(PlanSummary::change));
    }

    /** The forecast, where a restart would fail; otherwise it is among the notices. */
    ObservableValue<Optional<Forecast>> failing() {
        return summary.map(plan -> plan.flatMap(PlanSummary::failing));
    }

    /** What must be read before approval. */
    ObservableValue<List<Notice>> notices() {
        return summary.map(plan -> plan.map(PlanSummary::notices).orElse(List.of()));
    }

    ObservableValue<List<String>> compared() {
        return summary.map(plan -> plan.map(PlanSummary::compared).orElse(List.of()));
    }

    ObservableValue<List<PlanFact>> facts() {
        return summary.map(plan -> plan.map(PlanSummary::facts).orElse(List.of()));
    }

    /** A back-out has no change ticket of its own: it stands in that of its run. */
    ObservableValue<Boolean> hasTicket() {
        return summary.map(plan -> plan.filter(shown -> !shown.isBackOut()).isPresent());
    }

    private ObservableValue<String> text(Function<PlanSummary, String> of) {
        return summary.map(plan -> plan.map(of).orElse(""));
    }
}
