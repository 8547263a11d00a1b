package keyturn.ui.scripts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import keyturn.plan.step.Step;
import keyturn.ui.parts.Words;
import keyturn.ui.parts.script.ScriptView;

/** "Copy as": the current step or all steps in each form, the back-out, or the selected lines. */
final class CopyMenu {

    private final ScriptsModel model;
    private final ScriptView script;
    private final MenuButton button = new MenuButton(Words.of("scripts.copy"));

    CopyMenu(ScriptsModel model, ScriptView script) {
        this.model = model;
        this.script = script;
        button.setId("copy");
        button.setMnemonicParsing(true);
        button.setAccessibleText(Words.of("scripts.copy.name"));
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        model.currentStep().subscribe(this::fill);
        button.disableProperty().bind(model.isThere().map(there -> !there));
    }

    MenuButton button() {
        return button;
    }

    private void fill(Optional<Step> step) {
        List<MenuItem> items = new ArrayList<>();
        step.ifPresent(one -> {
            items.add(heading(Words.of("scripts.copy.step", one.id())));
            for (CopyForm form : CopyForm.values()) {
                items.add(ofStep(one, form));
            }
            items.add(new SeparatorMenuItem());
        });
        items.add(heading(Words.of("scripts.copy.all")));
        for (CopyForm form : CopyForm.values()) {
            items.add(item("all-" + name(form), words(form), () -> model.copyAll(form, CopyMenu::put)));
        }
        items.add(item("backout", Words.of("scripts.copy.backout"), () -> model.copyBackOut(CopyMenu::put)));
        items.add(new SeparatorMenuItem());
        items.add(item("lines", Words.of("scripts.copy.lines"), script::copy));
        button.getItems().setAll(items);
    }

    private MenuItem ofStep(Step step, CopyForm form) {
        MenuItem item = item(
                "step-" + name(form),
                words(form),
                () -> model.copied(step.id(), form).ifPresent(CopyMenu::put));
        if (!model.has(step.id(), form)) {
            item.setText(Words.of("scripts.copy.none", words(form)));
            item.setDisable(true);
        }
        return item;
    }

    private static MenuItem heading(String text) {
        MenuItem heading = new MenuItem(text);
        heading.setDisable(true);
        heading.getStyleClass().add("menu-heading");
        return heading;
    }

    private static MenuItem item(String name, String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setId("copy-" + name);
        item.setOnAction(event -> action.run());
        return item;
    }

    private static String words(CopyForm form) {
        return Words.of("scripts.copy.form." + form);
    }

    private static String name(CopyForm form) {
        return form.name().toLowerCase(Locale.ROOT);
    }

    /** Puts it on the clipboard. */
    static void put(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
