package keyturn.ui.parts;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import keyturn.domain.Problem;

/** One thing that must not be missed; its next step stands at the right. */
public final class Banner {

    /** More letters than these stand under the word, not beside it. */
    private static final int BESIDE = 120;

    /** A word of more letters than these is a sentence: it stands above its lines, and wraps. */
    private static final int WORD = 28;

    private Banner() {}

    public static HBox of(Tone tone, String word, String text, Node... next) {
        return of(tone, word, List.of(text), next);
    }

    /** @param lines each wraps for itself; long paths are shortened in sight, not for the screen reader */
    public static HBox of(Tone tone, String word, List<String> lines, Node... next) {
        Label head = new Label(tone.before(word));
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
            head.setWrapText(true);
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

    /** What was tried, what came back, what to do now, under its stable code. */
    public static HBox of(Problem problem) {
        String head = problem.summary().text();
        String back = problem.detail().map(detail -> detail + "  ").orElse("") + "[" + problem.code() + "]";
        return of(
                Tone.DANGER,
                Words.of("parts.problem"),
                List.of(head, back, problem.next().text()));
    }
}
