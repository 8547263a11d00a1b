package keyturn.ui.trouble;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import keyturn.domain.Message;
import keyturn.plan.check.HostLook;
import keyturn.plan.flow.Flow;
import keyturn.plan.next.HandRepair;
import keyturn.script.RepairText;
import keyturn.script.powershell.HostLookLine;
import keyturn.ui.parts.Brief;
import keyturn.ui.parts.Tag;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;

/** A cause as a row: how it stands, what it is, what was seen, what to do, and the button that does it. */
final class CauseNode {

    private CauseNode() {}

    static Node of(CauseRow row, TroubleViewModel model) {
        Tone tone = tone(row);
        HBox node = row(tone, row.standing() == CauseRow.Standing.UNKNOWN, words(row, model));
        if (row.standing() != CauseRow.Standing.OPEN) {
            node.getChildren().add(new Tag(tone, standing(row)).node());
        }
        node.setId("cause-" + row.cause().slug());
        node.setAccessibleText(Words.of(
                "trouble.spoken",
                row.cause().title().text(),
                standing(row),
                row.cause().fix().text()));
        return node;
    }

    /** A sign and words, as every row of this page. */
    static HBox row(Tone tone, boolean isUnknown, VBox words) {
        Label sign = new Label(isUnknown ? "?" : tone.sign());
        sign.getStyleClass().addAll("step-sign", tone.style());
        sign.setMinWidth(Region.USE_PREF_SIZE);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(10, sign, words);
        row.setAlignment(Pos.TOP_LEFT);
        row.getStyleClass().addAll("finding", tone.style());
        row.setMinHeight(Region.USE_PREF_SIZE);
        return row;
    }

    private static VBox words(CauseRow row, TroubleViewModel model) {
        VBox words = new VBox(2, title(row.cause().title().text()));
        row.evidence().map(Message::text).ifPresent(seen -> words.getChildren().add(line(seen, true)));
        if (row.standing() != CauseRow.Standing.RULED_OUT) {
            words.getChildren().add(line(row.cause().fix().text(), false));
        }
        List<Node> buttons = buttons(row, model);
        if (!buttons.isEmpty()) {
            FlowPane all = new FlowPane(8, 4);
            all.getChildren().setAll(buttons);
            words.getChildren().add(all);
        }
        return words;
    }

    private static String standing(CauseRow row) {
        return Words.of("trouble.standing." + row.standing());
    }

    private static List<Node> buttons(CauseRow row, TroubleViewModel model) {
        List<Node> buttons = new ArrayList<>();
        if (model.isConnected() && !model.mustWait() && row.standing() != CauseRow.Standing.RULED_OUT) {
            row.repair().ifPresent(flow -> buttons.add(start(row, flow, model)));
        }
        if (model.isConnected() && !row.checks().isEmpty()) {
            buttons.add(check(row, model));
        }
        row.look().ifPresent(look -> buttons.add(copy(row, look)));
        for (HandRepair.Place place : HandRepair.Place.values()) {
            List<HandRepair> there = row.byHand().stream()
                    .filter(repair -> repair.place() == place)
                    .toList();
            if (!there.isEmpty()) {
                buttons.add(statements(row, place, there));
            }
        }
        return buttons;
    }

    private static Button start(CauseRow row, Flow flow, TroubleViewModel model) {
        Button button = small(
                "repair-" + row.cause().slug(),
                Words.of("trouble.repair", flow.words("window.title").text()));
        button.setOnAction(event -> model.start(row.cause(), flow));
        return button;
    }

    private static Button check(CauseRow row, TroubleViewModel model) {
        Button button = small("check-cause-" + row.cause().slug(), Words.of("trouble.checkCause"));
        button.setAccessibleText(
                Words.of("trouble.again.spoken", row.cause().title().text()));
        button.setOnAction(event -> model.check(row.checks()));
        return button;
    }

    /** All of one place with one click, in their order. */
    private static Button statements(CauseRow row, HandRepair.Place place, List<HandRepair> repairs) {
        String text = repairs.stream().map(RepairText::of).collect(Collectors.joining("\n"));
        Button button = copy(
                "statements-" + row.cause().slug() + "-" + place.slug(),
                Words.of("trouble.repair." + place.slug()),
                text);
        Tooltip.install(button, new Tooltip(text));
        return button;
    }

    static Button copy(String id, HostLook look) {
        return copy(id, Words.of("trouble.copy"), HostLookLine.of(look));
    }

    private static Button copy(String id, String text, String copied) {
        Button button = small(id, text);
        button.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(copied);
            Clipboard.getSystemClipboard().setContent(content);
            button.setText(Words.of("trouble.copied"));
        });
        return button;
    }

    private static Button copy(CauseRow row, HostLook look) {
        return copy("copy-" + row.cause().slug(), look);
    }

    static Button small(String id, String text) {
        Button button = new Button(text);
        button.setId(id);
        button.setMnemonicParsing(false);
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    static Label title(String text) {
        Label title = Texts.body(text);
        title.getStyleClass().add("step-title");
        title.setMaxWidth(Double.MAX_VALUE);
        return title;
    }

    static Label line(String text, boolean muted) {
        Label line = Texts.body(Brief.of(text));
        line.setAccessibleText(text);
        line.setMaxWidth(Double.MAX_VALUE);
        if (muted) {
            line.getStyleClass().add("muted");
        }
        return line;
    }

    private static Tone tone(CauseRow row) {
        return switch (row.standing()) {
            case FOUND -> Tone.DANGER;
            case OPEN -> Tone.INFO;
            case UNKNOWN -> Tone.NEUTRAL;
            case RULED_OUT -> Tone.FINE;
        };
    }
}
