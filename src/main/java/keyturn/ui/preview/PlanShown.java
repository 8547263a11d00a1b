package keyturn.ui.preview;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import keyturn.domain.Message;
import keyturn.plan.Direction;
import keyturn.plan.Plan;
import keyturn.plan.StepCounts;
import keyturn.plan.change.PlannedChange;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.forecast.Outlook;
import keyturn.plan.words.ForecastWords;
import keyturn.script.PlanDiff;
import keyturn.ui.parts.FactCard;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.Draft.Rendered;

/** What the plan of the draft says of itself to those who are to approve it. */
final class PlanShown {

    private final Draft draft;
    private final ObservableValue<Optional<Rendered>> rendered;

    PlanShown(Draft draft) {
        this.draft = draft;
        rendered = draft.rendered().observable();
    }

    ObservableValue<String> title() {
        return rendered.map(plan -> plan.map(shown -> titleOf(shown.plan())).orElse(""));
    }

    /** From what to what the plan leads. */
    ObservableValue<Optional<PlannedChange>> change() {
        return rendered.map(plan -> plan.map(Rendered::plan)
                .flatMap(shown -> shown.flow().change(shown, draft.inspection().get())));
    }

    /** The server that the plan changes, by its name. */
    ObservableValue<String> server() {
        return rendered.map(
                plan -> plan.map(shown -> shown.plan().identity().name()).orElse(""));
    }

    /** How many changes and reads would be approved. */
    ObservableValue<String> counts() {
        return rendered.map(plan -> plan.map(shown -> StepCounts.of(shown.plan()))
                .map(counts -> Words.of("preview.counts", counts.changes(), counts.reads()))
                .orElse(""));
    }

    /** How many checks that only the host shows nobody has confirmed, in a sentence; empty: none. */
    ObservableValue<String> unconfirmed() {
        return rendered.map(plan -> plan.map(Rendered::plan)
                .filter(shown -> !isBackOut(shown))
                .flatMap(shown -> draft.inspection().get().map(seen -> Unconfirmed.of(shown, seen)))
                .map(checks -> checks == 0 ? "" : Words.of("preview.unconfirmed", checks))
                .orElse(""));
    }

    /** Whether a restart would succeed, by the look that the plan was made from. */
    ObservableValue<Optional<Forecast>> forecast() {
        return rendered.map(plan -> plan.flatMap(shown -> draft.inspection()
                .get()
                .map(seen -> Forecast.of(
                        seen, Outlook.attested(shown.plan().choices().attested())))));
    }

    /** What must be read before approval; the forecast stands above. */
    ObservableValue<List<String>> notices() {
        return rendered.map(plan -> plan.map(shown -> shown.plan().notices().stream()
                        .filter(notice -> !ForecastWords.isOfForecast(notice))
                        .map(Message::text)
                        .toList())
                .orElse(List.of()));
    }

    /** What is not as in the plan of before, where there was one. */
    ObservableValue<List<String>> compared() {
        return rendered.map(plan -> plan.flatMap(shown -> draft.before()
                        .get()
                        .map(before -> PlanDiff.of(before, shown.plan()).told().stream()
                                .map(Message::text)
                                .toList()))
                .orElse(List.of()));
    }

    ObservableValue<List<FactCard>> cards() {
        return rendered.map(
                plan -> plan.map(shown -> PlanCards.of(shown.plan())).orElse(List.of()));
    }

    /** A way back has no change ticket of its own: it stands in that of its run. */
    ObservableValue<Boolean> hasTicket() {
        return rendered.map(plan ->
                plan.map(Rendered::plan).filter(shown -> !isBackOut(shown)).isPresent());
    }

    private static boolean isBackOut(Plan plan) {
        return plan.direction() != Direction.FORWARD;
    }

    private static String titleOf(Plan plan) {
        int count = plan.steps().size();
        if (isBackOut(plan)) {
            return Words.of("preview.title.back", count);
        }
        return count == 1 ? Words.of("preview.title.one") : Words.of("preview.title", count);
    }
}
