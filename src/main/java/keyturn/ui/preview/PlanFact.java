package keyturn.ui.preview;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import keyturn.domain.Message;
import keyturn.plan.Plan;
import keyturn.plan.step.Conduct;
import keyturn.ui.parts.WindowTimes;
import keyturn.ui.parts.Words;

/** What a plan costs at a glance: interruption, time, point of no return. */
record PlanFact(String caption, String value, String about) {

    /** Notices of a restart that follows, or may have to. */
    private static final Set<String> AFTERWARDS = Set.of("plan.notice.pendingRestart", "plan.notice.restartUnknown");

    /** Of such notices in the words of a flow. */
    private static final List<String> AFTERWARDS_OF_FLOW = List.of(".notice.restart-later", ".notice.restart-by");

    static List<PlanFact> of(Plan plan) {
        List<Conduct> steps = plan.steps().stream().map(Conduct::of).toList();
        boolean interrupts = steps.stream().anyMatch(Conduct::interrupts);
        boolean destroys = steps.stream().anyMatch(step -> step.risk() == Conduct.Risk.DESTROYS);
        boolean stays = steps.stream().anyMatch(step -> step.undo().leavesWhatWasMade());
        Duration whole = steps.stream().map(Conduct::expected).reduce(Duration.ZERO, Duration::plus);
        return List.of(
                worded("interruption", interrupts ? "some" : restartFollows(plan) ? "later" : "none"),
                new PlanFact(
                        Words.of("preview.expected"), WindowTimes.duration(whole), Words.of("preview.expected.about")),
                worded("return", destroys ? "some" : stays ? "stays" : "none"));
    }

    /** In one line: what, how, what that means. */
    Node node() {
        Label what = new Label(caption);
        what.getStyleClass().add("caption");
        Label how = new Label(value);
        how.getStyleClass().add("strong");
        Label more = new Label("· " + about);
        more.getStyleClass().add("caption");
        HBox line = new HBox(6, what, how, more);
        line.setAlignment(Pos.BASELINE_LEFT);
        line.setMinWidth(Region.USE_PREF_SIZE);
        return line;
    }

    private static boolean restartFollows(Plan plan) {
        return plan.notices().stream()
                .map(Message::key)
                .anyMatch(key ->
                        AFTERWARDS.contains(key) || AFTERWARDS_OF_FLOW.stream().anyMatch(key::endsWith));
    }

    private static PlanFact worded(String name, String value) {
        String key = "preview." + name;
        return new PlanFact(Words.of(key), Words.of(key + "." + value), Words.of(key + "." + value + ".about"));
    }
}
