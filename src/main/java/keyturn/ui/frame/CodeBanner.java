package keyturn.ui.frame;

import java.time.Clock;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import keyturn.ui.parts.Banner;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.WindowTimes;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.SignInCodes;
import keyturn.ui.wizard.SignInCodes.Code;
import keyturn.ui.work.Background;

/** Under the strip: the code that a sign-in waits for, until the page that waits for it is left. */
public final class CodeBanner {

    private final VBox place = new VBox();
    private final Clock clock;

    public CodeBanner(SignInCodes codes, Background background, Clock clock) {
        this.clock = clock;
        place.setId("sign-in-code");
        place.getStyleClass().add("under-strip");
        hide();
        codes.watch(background.carrier(asked -> show(asked.getLast())));
    }

    Node node() {
        return place;
    }

    void hide() {
        place.getChildren().clear();
        place.setManaged(false);
        place.setVisible(false);
    }

    private void show(Code code) {
        Button copy = button("sign-in-copy", "code.copy");
        copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(code.code());
            Clipboard.getSystemClipboard().setContent(content);
        });
        Button hide = button("sign-in-hide", "code.hide");
        hide.setOnAction(event -> hide());
        String text = Words.of("code.text", code.page(), code.code(), WindowTimes.clock(code.until(), clock.getZone()));
        place.getChildren().setAll(List.of(Banner.of(Tone.INFO, Words.of("code.word"), text, copy, hide)));
        place.setManaged(true);
        place.setVisible(true);
    }

    private static Button button(String id, String words) {
        Button button = new Button(Words.of(words));
        button.setId(id);
        button.setMinWidth(Button.USE_PREF_SIZE);
        return button;
    }
}
