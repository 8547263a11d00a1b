package keyturn.ui.frame;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import keyturn.domain.Problem;
import keyturn.ui.desk.Desk;
import keyturn.ui.files.FileQuestion;
import keyturn.ui.parts.Banner;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;
import keyturn.ui.work.Background;

/** Under the strip: the window ran into a fault of its own, or could not open something. It stays until somebody hides it. */
public final class FaultBanner {

    private final VBox place = new VBox(8);
    private final Desk desk;
    private final Background background;
    private final FileQuestion zip;

    /** @param zip asks where the support bundle goes */
    public FaultBanner(Desk desk, Background background, FileQuestion zip) {
        this.desk = desk;
        this.background = background;
        this.zip = zip;
        place.setId("window-fault");
        place.getStyleClass().add("under-strip");
        show(false);
    }

    Node node() {
        return place;
    }

    /** @param filed what happened and where its details are, in a sentence */
    public void tell(String filed) {
        Button support = button("fault-support", "fault.support");
        support.setOnAction(event ->
                zip.ask(support.getScene().getWindow(), "keyturn-support.zip").ifPresent(this::support));
        Button folder = button("fault-folder", "fault.folder");
        folder.setOnAction(event -> open(desk.places().faults()));
        show(Banner.of(
                Tone.DANGER,
                Words.of("fault.title"),
                List.of(filed, Words.of("fault.next")),
                new VBox(6, support, folder, hide())));
    }

    /** Opens a file or folder with the system's own program, or says why that does not work. */
    public void open(Path path) {
        background.perform(
                () -> {
                    desk.opener().open(path);
                    return path;
                },
                opened -> {},
                why -> unopened(path, why));
    }

    /** Something was done that nothing on the page shows. */
    public void say(String sentence) {
        show(Banner.of(Tone.INFO, Words.of("settings.done"), sentence, hide()));
    }

    private void unopened(Path path, Problem why) {
        Button copy = button("fault-copy", "fault.copy");
        copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(path.toString());
            Clipboard.getSystemClipboard().setContent(content);
        });
        show(Banner.of(
                Tone.ATTENTION,
                why.summary().text(),
                List.of(path.toString(), why.next().text()),
                copy,
                hide()));
    }

    private void support(Path to) {
        background.perform(
                () -> {
                    desk.support().write(to, Optional.empty());
                    return to;
                },
                written -> show(Banner.of(
                        Tone.FINE, Words.of("settings.done"), Words.of("settings.support.written", written), hide())),
                why -> tell(why.summary().text()));
    }

    private Button hide() {
        Button hide = button("fault-hide", "fault.hide");
        hide.setOnAction(event -> show(false));
        return hide;
    }

    private static Button button(String id, String words) {
        Button button = new Button(Words.of(words));
        button.setId(id);
        button.setMnemonicParsing(false);
        button.setMinWidth(Button.USE_PREF_SIZE);
        return button;
    }

    private void show(Node banner) {
        place.getChildren().setAll(List.of(banner));
        show(true);
    }

    private void show(boolean there) {
        place.setVisible(there);
        place.setManaged(there);
    }
}
