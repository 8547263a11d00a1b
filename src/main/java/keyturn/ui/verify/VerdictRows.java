package keyturn.ui.verify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import keyturn.evidence.ticket.TicketSteps;
import keyturn.plan.Plan;
import keyturn.plan.step.Step;
import keyturn.plan.verify.Verification;
import keyturn.plan.verify.Verification.StepVerdict;
import keyturn.ui.parts.StepLine.Mark;
import keyturn.ui.parts.Tag;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;

/**
 * What was confirmed, in the groups in which a change ticket tells the steps: a group that is confirmed is folded, any other is
 * open. On JavaFX's thread only.
 */
final class VerdictRows {

    private final ObservableList<VerdictRow> rows = FXCollections.observableArrayList();
    private final Set<Integer> open = new HashSet<>();
    private List<Group> groups = List.of();

    private record Group(String title, List<Step> steps, List<StepVerdict> verdicts) {

        VerdictCounts counts() {
            return VerdictCounts.of(verdicts);
        }
    }

    ObservableList<VerdictRow> rows() {
        return rows;
    }

    void clear() {
        groups = List.of();
        open.clear();
        rows.clear();
    }

    void show(Plan plan, Verification seen) {
        groups = TicketSteps.of(plan).stream()
                .map(group -> new Group(
                        group.title(),
                        group.steps(),
                        group.steps().stream()
                                .map(step -> seen.verdicts().get(step.id().number() - 1))
                                .toList()))
                .toList();
        open.clear();
        for (int place = 0; place < groups.size(); place++) {
            VerdictCounts counts = groups.get(place).counts();
            if (counts.confirmed() < counts.all()) {
                open.add(place);
            }
        }
        layOut();
    }

    /** Opens a group that is folded, and folds one that is open. */
    void turn(int place) {
        if (!open.remove(place)) {
            open.add(place);
        }
        layOut();
    }

    private void layOut() {
        List<VerdictRow> all = new ArrayList<>();
        for (int place = 0; place < groups.size(); place++) {
            Group group = groups.get(place);
            boolean alone = group.steps().size() == 1;
            if (!alone) {
                all.add(head(place, group));
            }
            if (alone || open.contains(place)) {
                all.addAll(items(group, !alone));
            }
        }
        rows.setAll(all);
    }

    private static List<VerdictRow> items(Group group, boolean inGroup) {
        List<VerdictRow> items = new ArrayList<>();
        for (int i = 0; i < group.steps().size(); i++) {
            items.add(new VerdictRow.Item(
                    Verdicts.line(group.steps().get(i), group.verdicts().get(i).verdict()), inGroup));
        }
        return items;
    }

    private VerdictRow head(int place, Group group) {
        VerdictCounts counts = group.counts();
        Mark mark = counts.wrong() > 0 ? Mark.FAILED : counts.unknown() > 0 ? Mark.UNSURE : Mark.DONE;
        Tone tone = counts.wrong() > 0 ? Tone.DANGER : counts.unknown() > 0 ? Tone.ATTENTION : Tone.FINE;
        return new VerdictRow.Head(
                place,
                group.title(),
                counts.confirmed() == counts.all()
                        ? Words.of("verify.group.all", counts.all())
                        : Words.of("verify.group", counts.all(), counts.confirmed()),
                mark,
                new Tag(tone, Words.of("verify.verdict." + verdict(counts))),
                open.contains(place));
    }

    private static String verdict(VerdictCounts counts) {
        return counts.wrong() > 0 ? "NOT_MET" : counts.unknown() > 0 ? "CANNOT_TELL" : "MET";
    }
}
