package keyturn.ui.trouble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import keyturn.domain.Message;
import keyturn.domain.inspection.ServerTimes;
import keyturn.trouble.CheckName;
import keyturn.trouble.check.CheckReport;
import keyturn.trouble.check.CheckResult;
import keyturn.trouble.check.CheckResult.State;
import keyturn.trouble.look.CheckLook;
import keyturn.trouble.words.LogWords;
import keyturn.ui.parts.Tag;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;

/** The checks as rows, the worst first. */
public final class CheckNodes {

    /** Lines of one check that are in sight at once. */
    private static final int LINES = 3;

    private CheckNodes() {}

    /** @param again runs one of them once more */
    static List<Node> of(CheckReport report, Consumer<CheckName> again) {
        List<Node> rows = new ArrayList<>();
        VBox head = new VBox(
                Texts.section(Words.of("trouble.checks", report.results().size(), CheckName.values().length)));
        head.getStyleClass().add("finding");
        rows.add(head);
        Arrays.stream(State.values())
                .flatMap(state -> report.in(state).stream())
                .map(result -> row(result, again))
                .forEach(rows::add);
        return rows;
    }

    /** The error log and the Application log as one; nothing where they say nothing. */
    static List<Node> logs(CheckLook.Looked looked) {
        List<Node> rows = LogWords.of(looked.report().logs(), ServerTimes.of(looked.seen())).stream()
                .<Node>map(CheckNodes::logged)
                .collect(Collectors.toCollection(ArrayList::new));
        if (!rows.isEmpty()) {
            VBox head = new VBox(Texts.section(LogWords.title().text()));
            head.getStyleClass().add("finding");
            rows.addFirst(head);
        }
        return rows;
    }

    private static Node logged(Message line) {
        VBox row = new VBox(CauseNode.line(line.text(), false));
        row.getStyleClass().add("finding");
        row.setMinHeight(Region.USE_PREF_SIZE);
        return row;
    }

    private static Node row(CheckResult result, Consumer<CheckName> again) {
        Tone tone = tone(result.state());
        String state = result.state().title().text();
        HBox row = CauseNode.row(tone, result.state() == State.UNKNOWN, words(result));
        row.getChildren().addAll(new Tag(tone, state).node(), again(result.check(), again));
        row.setId("check-" + result.check().slug());
        row.setAccessibleText(Words.of(
                "trouble.spoken",
                result.check().title().text(),
                state,
                result.lines().stream().findFirst().map(Message::text).orElse("")));
        return row;
    }

    private static Node again(CheckName check, Consumer<CheckName> again) {
        Button button = CauseNode.small("again-" + check.slug(), Words.of("trouble.again"));
        button.setAccessibleText(Words.of("trouble.again.spoken", check.title().text()));
        button.setOnAction(event -> again.accept(check));
        return button;
    }

    private static VBox words(CheckResult result) {
        VBox words = new VBox(2, CauseNode.title(result.check().title().text()));
        result.lines().stream()
                .limit(LINES)
                .forEach(line -> words.getChildren().add(CauseNode.line(line.text(), true)));
        if (result.lines().size() > LINES) {
            words.getChildren().add(more(result, words));
        }
        result.look()
                .filter(look -> result.state() == State.UNKNOWN)
                .ifPresent(look -> words.getChildren()
                        .add(CauseNode.copy("copy-check-" + result.check().slug(), look)));
        return words;
    }

    /** Where it stands, the lines that are left come once they are asked for. */
    private static Button more(CheckResult result, VBox words) {
        Button more = CauseNode.small(
                "more-" + result.check().slug(),
                Words.of("trouble.more", result.lines().size() - LINES));
        more.setOnAction(event -> {
            int at = words.getChildren().indexOf(more);
            List<Label> rest = result.lines().stream()
                    .skip(LINES)
                    .map(line -> CauseNode.line(line.text(), true))
                    .toList();
            words.getChildren().remove(more);
            words.getChildren().addAll(at, rest);
        });
        return more;
    }

    private static Tone tone(State state) {
        return switch (state) {
            case FOUND -> Tone.DANGER;
            case ATTENTION -> Tone.ATTENTION;
            case NOT_PERMITTED -> Tone.INFO;
            case UNKNOWN -> Tone.NEUTRAL;
            case FINE -> Tone.FINE;
        };
    }
}
