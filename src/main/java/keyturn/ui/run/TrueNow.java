package keyturn.ui.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.ProviderStep;
import keyturn.plan.step.Step;
import keyturn.plan.words.StepWords;
import keyturn.run.resume.Found;
import keyturn.run.resume.Standing;
import keyturn.ui.parts.Words;

/** What holds on the server after the changes so far, in a sentence. On JavaFX's thread only. */
final class TrueNow {

    /** There may be thousands: the last ones tell how far it is. */
    private static final int NAMES_IN_SIGHT = 5;

    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final List<String> rewrapped = new ArrayList<>();
    private String holds = "";
    private String before = "";

    ReadOnlyStringProperty said() {
        return said.getReadOnlyProperty();
    }

    void nothingChanged() {
        holds = "";
        rewrapped.clear();
        said.set(Words.of("run.true.nothing"));
    }

    /** What the steps say comes from a journal. */
    void fromTheJournal() {
        said.set(Words.of("run.true.standing"));
    }

    /** A step is done, or needed nothing. */
    void after(Step step) {
        step.asKey().flatMap(KeyStep::asReencrypt).ifPresentOrElse(this::reencrypted, () -> changed(step));
    }

    private void reencrypted(KeyStep.ReencryptDatabase step) {
        rewrapped.add(step.database().value());
        said.set(joined(holds, Words.of("run.true.rewrapped", rewrapped.size(), step.to(), lastOnes())));
    }

    private void changed(Step step) {
        if (changes(step)) {
            holds = joined(holds, StepWords.of(step).trueAfter().text());
            said.set(holds);
        }
    }

    private String lastOnes() {
        int from = Math.max(0, rewrapped.size() - NAMES_IN_SIGHT);
        return (from > 0 ? "…, " : "") + String.join(", ", rewrapped.subList(from, rewrapped.size()));
    }

    private static String joined(String before, String sentence) {
        return before.isEmpty() ? sentence : before + " " + sentence;
    }

    /**
     * A step is under way: as long as there is no answer, nobody knows what holds of it.
     *
     * @param sentence says so
     */
    void sent(Step step, String sentence) {
        before = said.get();
        if (changes(step)) {
            said.set(joined(before, sentence));
        }
    }

    /** There was no answer. */
    void unanswered(Step step, String sentence) {
        if (changes(step)) {
            said.set(joined(before, sentence));
        }
    }

    /** It was not sent after all. */
    void notSent() {
        said.set(before);
    }

    /** A step's answer does not tell what it left. */
    void unsure(Step step) {
        if (changes(step)) {
            said.set(Words.of("run.true.unsure", step.id()));
        }
    }

    private static boolean changes(Step step) {
        return Conduct.of(step).risk() != Conduct.Risk.READS;
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
        ProviderStep.points(open).map(rows).flatMap(List::stream).forEach(this::reads);
    }

    private static boolean isOpen(Standing standing) {
        return standing.reached() == Standing.Reached.FAILED || standing.reached() == Standing.Reached.UNKNOWN;
    }

    private void reads(Inspection.Provider row) {
        String state = Words.of("run.true.seen." + (row.enabled() ? "enabled" : "disabled"));
        said.set(Words.of("run.true.seen", row.name(), row.dllPath(), state));
    }
}
