package keyturn.ui.home.place;

import java.util.Comparator;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Finding.Severity;
import keyturn.ui.home.Gap;
import keyturn.ui.parts.Banner;
import keyturn.ui.parts.Brief;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;
import keyturn.ui.parts.explain.ExplainRequest;

/** What could not be read, and what was found that needs no choice; what is fine stands last. */
public final class ChecksPlace {

    /** Of one server with thousands of databases that all want attention. */
    private static final int IN_SIGHT = 200;

    private final VBox gaps = new VBox();
    private final VBox rows = new VBox();
    private final Label more = Texts.caption("");
    private final VBox node = new VBox(12, ways(), gaps, rows, more);

    public ChecksPlace() {
        rows.setId("checks");
        rows.getStyleClass().add("findings");
        gaps.managedProperty().bind(gaps.visibleProperty());
        more.managedProperty().bind(more.visibleProperty());
    }

    private static Node ways() {
        Button all = way("all-checks", "home.checks.all");
        all.setOnAction(event -> ExplainRequest.ofChecks(all));
        Button explain = way("explain-error", "home.checks.explain");
        explain.setOnAction(event -> ExplainRequest.ofAnything(explain));
        return new HBox(8, all, explain);
    }

    private static Button way(String id, String key) {
        Button button = new Button(Words.of(key));
        button.setId(id);
        button.setMnemonicParsing(false);
        button.setMinWidth(Button.USE_PREF_SIZE);
        return button;
    }

    public Node node() {
        return node;
    }

    public void show(List<Gap> unread, List<Finding> findings) {
        gaps.setVisible(!unread.isEmpty());
        gaps.getChildren().setAll(unread.isEmpty() ? List.of() : List.of(unread(unread)));
        rows.getChildren()
                .setAll(findings.stream()
                        .sorted(Comparator.comparing(Finding::severity).reversed())
                        .limit(IN_SIGHT)
                        .map(ChecksPlace::row)
                        .toList());
        rows.setVisible(!findings.isEmpty());
        more.setVisible(findings.isEmpty() || findings.size() > IN_SIGHT);
        more.setText(
                findings.isEmpty()
                        ? Words.of("home.checks.none")
                        : Words.of("home.checks.more", findings.size() - IN_SIGHT));
    }

    private static Node unread(List<Gap> gaps) {
        Node banner = Banner.of(
                Tone.ATTENTION,
                Words.of("home.gaps"),
                gaps.stream()
                        .map(gap -> Words.of("home.gap", gap.what(), gap.why()))
                        .toList());
        banner.setId("gaps");
        return banner;
    }

    private static Node row(Finding finding) {
        Tone tone = tone(finding.severity());
        Label sign = new Label(tone.sign());
        sign.getStyleClass().addAll("step-sign", tone.style());
        sign.setMinWidth(Label.USE_PREF_SIZE);
        Label title = Texts.body(finding.title().text());
        title.getStyleClass().add("step-title");
        VBox words = new VBox(2, title, line(finding.reason().text(), false));
        finding.detail().ifPresent(detail -> words.getChildren().add(line(detail, true)));
        finding.next().ifPresent(next -> words.getChildren().add(line(next.text(), true)));
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(10, sign, words);
        row.setAlignment(Pos.TOP_LEFT);
        row.getStyleClass().addAll("finding", tone.style());
        row.setMinHeight(HBox.USE_PREF_SIZE);
        row.setAccessibleText(Words.of(
                "preflight.spoken",
                Words.of("preflight.severity." + finding.severity()),
                finding.title().text(),
                finding.reason().text(),
                Words.of("preflight.source", finding.source().text())));
        return row;
    }

    private static Label line(String text, boolean muted) {
        Label line = Texts.body(Brief.of(text));
        line.setAccessibleText(text);
        if (muted) {
            line.getStyleClass().add("muted");
        }
        return line;
    }

    private static Tone tone(Severity severity) {
        return switch (severity) {
            case FINE -> Tone.FINE;
            case ATTENTION -> Tone.ATTENTION;
            case CONFIRM -> Tone.INFO;
            case BLOCKS -> Tone.DANGER;
        };
    }
}
