package keyturn.ui.parts.script;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import keyturn.plan.step.StepId;
import keyturn.ui.parts.Icon;
import keyturn.ui.parts.Scrolling;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Words;
import keyturn.ui.parts.wrap.WrappedArea;
import org.jspecify.annotations.Nullable;

/** A script in coloured lines; long ones wrap and copy as one. A text area beside it serves free selection and screen readers. */
public final class ScriptView {

    private static final double ROW_HEIGHT = 19;
    private static final double LOW_ROW_HEIGHT = 15;
    private static final double BESIDE_TEXT = 84;
    private static final int FEWEST_COLUMNS = 20;
    private static final int BEFORE_HIT = 3;
    private static final int MOST_TEXT = 200_000;
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final ListView<ScriptRow> rows = new ListView<>();
    private final Scrolling end = new Scrolling(rows);
    private final TextArea plain = new WrappedArea();
    private final ToggleButton asText = new ToggleButton(Words.of("parts.script.plain"), Icon.PLAIN.node());
    private final SimpleObjectProperty<List<ScriptCell.Mark>> marks = new SimpleObjectProperty<>(List.of());
    private final List<Runnable> listeners = new ArrayList<>();
    private final StackPane node = new StackPane(rows, plain);
    private List<ScriptLine> lines = List.of();
    private int columns = FEWEST_COLUMNS;
    private Consumer<StepId> chosen = step -> {};
    private boolean byItself;

    /** @param id of the list of lines; the text area's is the same with {@code -text} behind it */
    public ScriptView(String id, String accessibleName) {
        rows.setId(id);
        rows.setAccessibleText(accessibleName);
        rows.getStyleClass().add("script");
        rows.setFixedCellSize(ROW_HEIGHT);
        rows.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        rows.setCellFactory(list -> new ScriptCell(marks));
        rows.setOnKeyPressed(key -> {
            if (COPY.match(key)) {
                copy();
                key.consume();
            }
        });
        rows.getSelectionModel().selectedItemProperty().subscribe(this::selected);
        rows.widthProperty().subscribe(width -> fit(width.doubleValue()));
        plain.setId(id + "-text");
        plain.setAccessibleText(accessibleName);
        plain.setEditable(false);
        plain.getStyleClass().addAll("mono", "script-text");
        asText.setId(id + "-plain");
        asText.setAccessibleText(Words.of("parts.script.plain.name"));
        asText.selectedProperty().subscribe(this::fill);
        Showing.when(asText.selectedProperty(), plain);
        Showing.when(asText.selectedProperty().not(), rows);
    }

    public Node node() {
        return node;
    }

    /** The switch between coloured lines and plain text; belongs above the view. */
    public ToggleButton plainSwitch() {
        return asText;
    }

    public void show(List<ScriptLine> shown) {
        lines = List.copyOf(shown);
        fill();
        layOut();
        listeners.forEach(Runnable::run);
    }

    /** Whether the lines stand closer together. */
    public void compact(boolean low) {
        rows.setFixedCellSize(low ? LOW_ROW_HEIGHT : ROW_HEIGHT);
    }

    /** Who selects a line, by mouse or keyboard, selects its step. */
    public void whenChosen(Consumer<StepId> listener) {
        chosen = listener;
    }

    /** The sentence that stands there while there is no line. */
    public void whenEmpty(String sentence) {
        Label none = Texts.body(sentence);
        none.getStyleClass().add("script-none");
        rows.setPlaceholder(none);
    }

    /** Heard after other lines are shown. */
    void changed(Runnable listener) {
        listeners.add(listener);
    }

    List<ScriptLine> lines() {
        return lines;
    }

    /** Selects the row of this place and brings it into sight. */
    void reveal(ScriptHit hit) {
        int line = -1;
        for (int index = 0; index < rows.getItems().size(); index++) {
            ScriptRow row = rows.getItems().get(index);
            line += row.isContinuation() ? 0 : 1;
            if (line == hit.line() && (hit.from() < row.to() || row.isCut())) {
                select(index);
                return;
            }
        }
    }

    /** Shows more at the end and scrolls there. */
    public void follow(List<ScriptLine> shown) {
        int before = lines.size();
        boolean more =
                before > 0 && shown.size() >= before && shown.get(before - 1).equals(lines.getLast());
        if (more) {
            add(shown, before);
        } else {
            show(shown);
        }
        end.to(Math.max(0, rows.getItems().size() - 1));
    }

    /** A log grows by a few lines at a time, and what stands already is not laid out again. */
    private void add(List<ScriptLine> shown, int before) {
        List<ScriptLine> added = shown.subList(before, shown.size());
        if (added.isEmpty()) {
            return;
        }
        String more = ScriptLines.codeAfter(lines, added);
        lines = List.copyOf(shown);
        if (asText.isSelected() && plain.getLength() + more.length() <= MOST_TEXT) {
            plain.appendText(more);
        } else {
            fill();
        }
        rows.getItems().addAll(ScriptRow.of(added, columns, lastNumber()));
        listeners.forEach(Runnable::run);
    }

    /**
     * A text area lays out all that it holds each time, seen or not: it holds nothing until somebody wants to read it, and of the
     * script of thousands of databases the beginning, with a word of where the rest stands.
     */
    private void fill() {
        String text = asText.isSelected() ? ScriptLines.codeOf(lines) : "";
        plain.setText(text.length() <= MOST_TEXT ? text : beginning(text));
    }

    private static String beginning(String text) {
        int end = text.lastIndexOf('\n', MOST_TEXT);
        String shown = text.substring(0, end < 0 ? MOST_TEXT : end);
        return shown + "\n\n"
                + Words.of(
                        "parts.script.more", shown.lines().count(), text.lines().count());
    }

    private int lastNumber() {
        List<ScriptRow> all = rows.getItems();
        int last = all.size() - 1;
        while (last >= 0 && all.get(last).number() == 0) {
            last--;
        }
        return last < 0 ? 0 : all.get(last).number();
    }

    /** The lines of this step share the highlight of its row in the list of steps, and are brought into sight. */
    public void mark(StepId step, boolean changes) {
        marks.set(List.of(new ScriptCell.Mark(step, changes)));
        if (!byItself) {
            firstRowOf(step).ifPresent(rows::scrollTo);
        }
    }

    /** What is selected, or all; code only, wrapped lines as one. */
    public String copyText() {
        List<ScriptLine> chosen = rows.getSelectionModel().getSelectedIndices().stream()
                .sorted()
                .map(index -> rows.getItems().get(index).line())
                .toList();
        Set<ScriptLine> once = Collections.newSetFromMap(new IdentityHashMap<>());
        String selected = ScriptLines.codeOf(chosen.stream().filter(once::add).toList());
        return selected.isEmpty() ? ScriptLines.codeOf(lines) : selected;
    }

    /** Puts {@link #copyText} on the clipboard. */
    public void copy() {
        put(copyText());
    }

    /** Puts the code of one step on the clipboard. */
    public void copy(StepId step) {
        put(ScriptLines.codeOf(
                lines.stream().filter(line -> line.step().equals(step)).toList()));
    }

    /** Puts all code on the clipboard. */
    public void copyAll() {
        put(ScriptLines.codeOf(lines));
    }

    private static void put(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void selected(@Nullable ScriptRow row) {
        if (row != null && !byItself) {
            byItself = true;
            chosen.accept(row.line().step());
            byItself = false;
        }
    }

    private void select(int index) {
        byItself = true;
        rows.getSelectionModel().clearAndSelect(index);
        rows.scrollTo(Math.max(0, index - BEFORE_HIT));
        byItself = false;
    }

    private Optional<Integer> firstRowOf(StepId step) {
        for (int index = 0; index < rows.getItems().size(); index++) {
            if (rows.getItems().get(index).line().step().equals(step)) {
                return Optional.of(index);
            }
        }
        return Optional.empty();
    }

    private void fit(double width) {
        int fits = Math.max(FEWEST_COLUMNS, (int) Math.floor((width - BESIDE_TEXT) / Mono.columnWidth()));
        if (fits != columns) {
            columns = fits;
            layOut();
            marks.get().forEach(mark -> firstRowOf(mark.step()).ifPresent(rows::scrollTo));
        }
    }

    private void layOut() {
        byItself = true;
        rows.getItems().setAll(ScriptRow.of(lines, columns));
        byItself = false;
    }
}
