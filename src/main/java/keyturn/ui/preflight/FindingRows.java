package keyturn.ui.preflight;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import keyturn.domain.Message;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Finding.Severity;
import keyturn.plan.flow.Confirmation;
import keyturn.ui.parts.Brief;
import keyturn.ui.parts.Tag;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;
import keyturn.ui.parts.Wrapping;
import keyturn.ui.parts.fold.Folded;
import keyturn.ui.parts.wrap.WrappedLabel;

/** Findings as rows: sign, what was looked at, what was found, what to do; a box to tick where a person must look. */
final class FindingRows {

    private static final PseudoClass TICKED = PseudoClass.getPseudoClass("ticked");

    private final BiConsumer<Confirmation, Boolean> confirm;

    /** A ticked row has fewer words and keeps its height, so that no other row slides under the pointer. */
    private final Map<Confirmation, Region> asked = new EnumMap<>(Confirmation.class);

    FindingRows(BiConsumer<Confirmation, Boolean> confirm) {
        this.confirm = confirm;
    }

    /** @param isNew whether an earlier plan of this server did not have it */
    List<Node> of(List<FindingGroup> groups, Predicate<Finding> isNew) {
        return groups.stream()
                .map(group -> row(group, group.findings().stream().anyMatch(isNew)))
                .toList();
    }

    private Node row(FindingGroup group, boolean isNew) {
        Finding finding = group.first();
        Tone tone = tone(group.severity());
        Label sign = new Label(tone.sign());
        sign.getStyleClass().addAll("step-sign", tone.style());
        sign.setMinWidth(Region.USE_PREF_SIZE);
        sign.setPrefWidth(Tone.SIGN_WIDTH);
        sign.setTextOverrun(OverrunStyle.CLIP);
        VBox words = words(group, isNew);
        HBox row = new HBox(10, sign, words);
        row.setAlignment(Pos.TOP_LEFT);
        row.getStyleClass().addAll("finding", tone.style());
        row.pseudoClassStateChanged(TICKED, group.isTicked());
        row.setMinHeight(HBox.USE_PREF_SIZE);
        finding.confirms().ifPresent(one -> keepHeight(one, row));
        row.setAccessibleText(Words.of(
                "preflight.spoken",
                Words.of("preflight.severity." + finding.severity()),
                finding.title().text(),
                finding.reason().text(),
                source(finding)));
        return row;
    }

    private void keepHeight(Confirmation one, Region row) {
        Region before = asked.put(one, row);
        if (before != null && before.getHeight() > 0) {
            row.setMinHeight(before.getHeight());
        }
    }

    private VBox words(FindingGroup group, boolean isNew) {
        Finding finding = group.first();
        VBox words = new VBox(2, title(group, isNew), line(finding.reason().text(), ""));
        finding.detail().ifPresent(detail -> words.getChildren().add(line(detail, "muted")));
        finding.next().ifPresent(next -> words.getChildren().add(line(next.text(), "muted")));
        finding.look()
                .ifPresent(look -> words.getChildren()
                        .add(LookLine.node(
                                finding.confirms().map(FindingRows::id).orElse(finding.code()),
                                finding.title().text(),
                                look)));
        if (!group.more().isEmpty()) {
            List<String> others = group.more().stream()
                    .map(Finding::reason)
                    .map(Message::text)
                    .toList();
            words.getChildren().add(Folded.of(finding.title().text(), others));
        }
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        return words;
    }

    private HBox title(FindingGroup group, boolean isNew) {
        Finding finding = group.first();
        Label title = new WrappedLabel(Wrapping.plain(finding.title().text()));
        title.getStyleClass().add("step-title");
        title.setMinHeight(Label.USE_PREF_SIZE);
        Tooltip.install(title, new Tooltip(source(finding)));
        HBox line = new HBox(8, title);
        line.setAlignment(Pos.CENTER_LEFT);
        if (!group.more().isEmpty()) {
            String count = Words.of("preflight.times", group.findings().size());
            line.getChildren().add(new Tag(Tone.NEUTRAL, count).node());
        }
        if (isNew) {
            Label mark = new Tag(Tone.INFO, Words.of("preflight.new")).node();
            mark.getStyleClass().add("new-finding");
            line.getChildren().add(mark);
        }
        finding.confirms().ifPresent(one -> {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            line.getChildren().addAll(gap, box(one, finding));
        });
        return line;
    }

    private Node box(Confirmation one, Finding finding) {
        CheckBox box = new CheckBox(Words.of("preflight.confirm"));
        box.setId("confirm-" + id(one));
        box.setAccessibleText(
                Words.of("preflight.confirm.name", finding.reason().text()));
        box.setMinWidth(CheckBox.USE_PREF_SIZE);
        box.setSelected(finding.severity() == Severity.FINE);
        box.setOnAction(event -> confirm.accept(one, box.isSelected()));
        return box;
    }

    private static String id(Confirmation one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String source(Finding finding) {
        return Words.of("preflight.source", finding.source().text());
    }

    private static Label line(String text, String style) {
        Label line = Texts.body(Brief.of(text));
        line.setAccessibleText(text);
        if (!style.isEmpty()) {
            line.getStyleClass().add(style);
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
