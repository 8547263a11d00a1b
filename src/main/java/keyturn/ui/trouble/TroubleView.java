package keyturn.ui.trouble;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import keyturn.domain.Message;
import keyturn.trouble.text.Clue;
import keyturn.trouble.text.Explanation;
import keyturn.trouble.words.ClueWords;
import keyturn.ui.files.FileQuestion;
import keyturn.ui.frame.PageView;
import keyturn.ui.frame.Sheet;
import keyturn.ui.parts.Banner;
import keyturn.ui.parts.Icon;
import keyturn.ui.parts.ProblemPlace;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;
import keyturn.ui.parts.wrap.WrappedArea;

/** A field for anything that can be pasted, what it says, and its causes with what was found of each. */
public final class TroubleView implements PageView {

    private static final int CLUES = 6;

    private final TroubleViewModel model;
    private final FileQuestion zip;
    private final TextArea text = new WrappedArea();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper lead = new ReadOnlyStringWrapper("");
    private final VBox wait = new VBox();
    private final VBox causes = new VBox();
    private final VBox says = new VBox();
    private final VBox answers = new VBox();
    private final VBox checks = new VBox();
    private final VBox logs = new VBox();
    private final Label saved = Texts.body("");
    private final Node content;
    private final Node rail;

    /** @param zip asks where the support bundle goes */
    public TroubleView(TroubleViewModel model, FileQuestion zip) {
        this.model = model;
        this.zip = zip;
        makeField();
        makeSaved();
        makeCards();
        content = Sheet.scrolling(
                "trouble-page",
                title,
                lead,
                text,
                ProblemPlace.place(model.problem()),
                saved,
                wait,
                causes,
                says,
                answers,
                checks,
                logs);
        rail = rail(model);
        model.explanation().subscribe(now -> show());
        model.report().subscribe(now -> show());
        model.topic().subscribe(now -> show());
    }

    private static Node rail(TroubleViewModel model) {
        VBox head = new VBox(2, Texts.section(Words.of("trouble.page")), Texts.caption(Words.of("trouble.about")));
        head.getStyleClass().add("rail-head");
        return new VBox(8, head, new QuestionList(model).node());
    }

    private void makeCards() {
        logs.setId("log-lines");
        causes.setId("causes");
        checks.setId("check-results");
        says.setId("trouble-says");
        answers.setId("answers");
        wait.managedProperty().bind(wait.visibleProperty());
        List.of(causes, says, answers, checks, logs).forEach(card -> {
            card.getStyleClass().add("findings");
            card.setMinHeight(Region.USE_PREF_SIZE);
            card.managedProperty().bind(card.visibleProperty());
        });
    }

    private void makeSaved() {
        saved.setId("trouble-saved");
        saved.managedProperty().bind(saved.visibleProperty());
        saved.visibleProperty().bind(saved.textProperty().isNotEmpty());
        saved.textProperty().bind(model.saving().told().map(told -> told.orElse("")));
    }

    private void makeField() {
        text.setId("trouble-text");
        text.setPromptText(Words.of("trouble.prompt"));
        text.setAccessibleText(Words.of("trouble.text.name"));
        text.setPrefRowCount(4);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.getStyleClass().add("mono");
        text.textProperty().bindBidirectional(model.text());
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public Optional<Node> rail() {
        return Optional.of(rail);
    }

    @Override
    public List<Node> exits() {
        Button paste = new Button(Words.of("trouble.paste"), Icon.COPY.node());
        paste.setId("trouble-paste");
        paste.setMinWidth(Region.USE_PREF_SIZE);
        paste.setOnAction(
                event -> Optional.ofNullable(Clipboard.getSystemClipboard().getString())
                        .ifPresent(pasted -> text.setText(pasted)));
        return List.of(paste, copy(), support());
    }

    private Button support() {
        Button support = new Button(Words.of("trouble.support"));
        support.setId("trouble-support");
        support.setMnemonicParsing(true);
        support.setMinWidth(Region.USE_PREF_SIZE);
        support.setOnAction(event -> zip.ask(support.getScene().getWindow(), "keyturn-support.zip")
                .ifPresent(to -> model.saving().write(to, model.seen())));
        return support;
    }

    /** All that the page says, as plain text. */
    private Button copy() {
        Button copy = new Button(Words.of("trouble.copyAll"));
        copy.setId("trouble-copy");
        copy.setMnemonicParsing(true);
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(event -> {
            ClipboardContent said = new ClipboardContent();
            said.putString(TroubleText.of(model));
            Clipboard.getSystemClipboard().setContent(said);
        });
        return copy;
    }

    @Override
    public void focus() {
        // What lies in a scroll pane takes the keyboard once the pane has its skin.
        content.applyCss();
        text.requestFocus();
        text.end();
    }

    private void show() {
        Optional<String> focused = focused();
        fill();
        // The rows are made anew, and the keyboard would be somewhere else.
        focused.filter(id -> !focused().equals(Optional.of(id)))
                .flatMap(id -> Optional.ofNullable(content.lookup("#" + id)))
                .ifPresent(Node::requestFocus);
    }

    private Optional<String> focused() {
        return Optional.ofNullable(content.getScene())
                .flatMap(scene -> Optional.ofNullable(scene.getFocusOwner()))
                .flatMap(owner -> Optional.ofNullable(owner.getId()));
    }

    private void fill() {
        title.set(model.title());
        lead.set(model.lead());
        wait.getChildren().setAll(model.mustWait() ? List.of(patience()) : List.of());
        wait.setVisible(model.mustWait());
        List<CauseRow> rows = model.rows();
        causes.getChildren()
                .setAll(rows.stream().map(row -> CauseNode.of(row, model)).toList());
        causes.getChildren().addFirst(heading("trouble.causes"));
        causes.setVisible(!rows.isEmpty());
        answers.getChildren()
                .setAll(model.topics().stream().map(QuestionList::answer).toList());
        answers.setVisible(!answers.getChildren().isEmpty());
        says.getChildren()
                .setAll(model.explanation().getValue().map(TroubleView::says).orElse(List.of()));
        says.setVisible(!says.getChildren().isEmpty());
        checks.getChildren()
                .setAll(model.report()
                        .getValue()
                        .map(now -> CheckNodes.of(now, check -> model.check(Set.of(check))))
                        .orElse(List.of()));
        checks.setVisible(!checks.getChildren().isEmpty());
        logs.getChildren().setAll(model.seen().map(CheckNodes::logs).orElse(List.of()));
        logs.setVisible(!logs.getChildren().isEmpty());
    }

    private static Node patience() {
        Node banner = Banner.of(Tone.ATTENTION, Words.of("trouble.wait"), Words.of("trouble.wait.why"));
        banner.setId("wait");
        return banner;
    }

    /** What each number in the text means, and what might have been meant. */
    private static List<Node> says(Explanation now) {
        List<Node> rows = new ArrayList<>();
        now.found().stream()
                .filter(ClueWords::isNamed)
                .limit(CLUES)
                .map(TroubleView::clue)
                .forEach(rows::add);
        if (!now.suggestions().isEmpty()) {
            rows.add(row(Words.of("trouble.meant"), String.join(", ", now.suggestions())));
        }
        if (now.cut()) {
            rows.add(row(Words.of("trouble.cut"), ""));
        }
        if (!rows.isEmpty()) {
            rows.addFirst(heading("trouble.says"));
        }
        return rows;
    }

    private static Node clue(Clue clue) {
        return row(
                ClueWords.head(clue).text(),
                ClueWords.meaning(clue).map(Message::text).orElse(""));
    }

    private static Node row(String head, String meaning) {
        VBox words = new VBox(2, CauseNode.title(head));
        if (!meaning.isEmpty()) {
            words.getChildren().add(CauseNode.line(meaning, true));
        }
        words.getStyleClass().add("finding");
        words.setMinHeight(Region.USE_PREF_SIZE);
        return words;
    }

    private static Node heading(String key) {
        VBox head = new VBox(Texts.section(Words.of(key)));
        head.getStyleClass().add("finding");
        return head;
    }
}
