package keyturn.ui.parts;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import keyturn.domain.Problem;
import keyturn.ui.parts.explain.ExplainRequest;
import keyturn.ui.parts.explain.ProblemCauses;
import keyturn.ui.parts.wrap.WrappedLabel;

/** One thing that must not be missed; its next step stands at the right. */
public final class Banner {

    /** More letters than these stand under the word, not beside it. */
    private static final int BESIDE = 120;

    /** A word of more letters than these is a sentence: it stands above its lines, and wraps. */
    private static final int WORD = 28;

    private static final String CODE = "keyturn.problem.code";

    private Banner() {}

    public static HBox of(Tone tone, String word, String text, Node... next) {
        return of(tone, word, List.of(text), next);
    }

    /** @param lines each wraps for itself; long paths are shortened in sight, not for the screen reader */
    public static HBox of(Tone tone, String word, List<String> lines, Node... next) {
        Label head = new WrappedLabel(Wrapping.plain(tone.before(word)));
        head.getStyleClass().add("banner-word");
        VBox body = new VBox(4);
        for (String line : lines) {
            Label shown = Texts.body(Brief.of(line));
            shown.setAccessibleText(line);
            body.getChildren().add(shown);
        }
        body.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(body, Priority.ALWAYS);
        int letters = lines.stream().map(Brief::of).mapToInt(String::length).sum();
        HBox banner = new HBox(12);
        if (word.length() <= WORD && letters <= BESIDE) {
            head.setMinWidth(Label.USE_PREF_SIZE);
            banner.getChildren().add(head);
        } else {
            head.setMinHeight(Label.USE_PREF_SIZE);
            body.getChildren().addFirst(head);
        }
        banner.getChildren().add(body);
        banner.getChildren().addAll(next);
        banner.setAlignment(Pos.CENTER_LEFT);
        banner.setMinHeight(HBox.USE_PREF_SIZE);
        banner.getStyleClass().addAll("banner", tone.style());
        return banner;
    }

    /** What happened as its title, what came back with the server's own numbers, what to do now. Its stable code is kept for support. */
    public static HBox of(Problem problem) {
        List<String> lines = Stream.concat(
                        problem.detail().stream(), Stream.of(problem.next().text()))
                .toList();
        Button explain = new Button(Words.of("parts.problem.explain"));
        explain.setId("explain-problem");
        explain.setMnemonicParsing(false);
        explain.getStyleClass().add("small");
        explain.setMinWidth(Button.USE_PREF_SIZE);
        explain.setOnAction(event -> ExplainRequest.of(problem, explain));
        explain.setVisible(ProblemCauses.isKnown(problem));
        explain.setManaged(explain.isVisible());
        HBox banner = of(Tone.DANGER, problem.summary().text(), lines, explain);
        banner.getProperties().put(CODE, problem.code());
        banner.setFocusTraversable(true);
        banner.setAccessibleRole(AccessibleRole.TEXT);
        banner.setAccessibleText(Stream.concat(Stream.of(problem.summary().text()), lines.stream())
                .collect(Collectors.joining("\n")));
        return banner;
    }

    /** The stable code of the problem that this node shows, where it shows one. */
    public static Optional<String> code(Node banner) {
        return Optional.ofNullable(banner.getProperties().get(CODE)).map(String::valueOf);
    }
}
