package keyturn.ui.frame;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.RememberedLooks;
import keyturn.ui.wizard.Settings.Looks;

/** Light, dark or high contrast: as the system has it, or as somebody chose. */
public final class Appearance {

    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    private static final PseudoClass HIGH_CONTRAST = PseudoClass.getPseudoClass("high-contrast");

    /** What JavaFX calls the setting of Windows. */
    private static final String WINDOWS_CONTRAST = "Windows.SPI.HighContrast";

    private final SimpleObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.SYSTEM);
    private final Parent root;
    private final RememberedLooks looks;

    /** The system outlives every window, so it must not hold one. */
    private final InvalidationListener systemChanged = scheme -> apply();

    /** What can be chosen. */
    public enum Choice {
        SYSTEM,
        LIGHT,
        DARK,
        /** White and yellow on black, with strong borders. */
        HIGH_CONTRAST
    }

    /**
     * @param root gets the pseudo-class {@code dark}, by which our own colours follow
     * @param looks keeps what somebody chose, for the next start
     */
    public Appearance(Parent root, RememberedLooks looks) {
        this.root = root;
        this.looks = looks;
        choice.subscribe(this::apply);
        Platform.getPreferences().colorSchemeProperty().addListener(new WeakInvalidationListener(systemChanged));
        apply();
        looks.recall(Looks.APPEARANCE, this::recall);
    }

    /** What is no choice was not written here. */
    private void recall(String name) {
        Stream.of(Choice.values()).filter(one -> one.name().equals(name)).forEach(choice::set);
    }

    private void choose(Choice chosen) {
        choice.set(chosen);
        looks.keep(Looks.APPEARANCE, chosen.name());
    }

    /** As somebody chose, to be kept for the next start. */
    public void keep(Choice chosen) {
        choose(chosen);
    }

    public SimpleObjectProperty<Choice> choice() {
        return choice;
    }

    /** The switch at the foot of the rail. */
    MenuButton control() {
        MenuButton button = new MenuButton();
        button.setId("appearance");
        button.setMnemonicParsing(true);
        button.getStyleClass().addAll("quiet", "rail-menu");
        button.setMaxWidth(Double.MAX_VALUE);
        ToggleGroup group = new ToggleGroup();
        for (Choice offered : Choice.values()) {
            RadioMenuItem item = new RadioMenuItem(Words.of("appearance." + offered));
            item.setToggleGroup(group);
            choice.subscribe(now -> item.setSelected(offered == now));
            item.setOnAction(event -> choose(offered));
            button.getItems().add(item);
        }
        button.textProperty().bind(choice.map(now -> Words.of("appearance", Words.of("appearance." + now))));
        button.accessibleTextProperty()
                .bind(choice.map(now -> Words.of("appearance.name", Words.of("appearance." + now))));
        return button;
    }

    private void apply() {
        Choice shown = shown();
        boolean dark = shown != Choice.LIGHT;
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        root.pseudoClassStateChanged(DARK, dark);
        root.pseudoClassStateChanged(HIGH_CONTRAST, shown == Choice.HIGH_CONTRAST);
    }

    private Choice shown() {
        return switch (choice.get()) {
            case SYSTEM -> ofSystem();
            case LIGHT -> Choice.LIGHT;
            case DARK -> Choice.DARK;
            case HIGH_CONTRAST -> Choice.HIGH_CONTRAST;
        };
    }

    private static Choice ofSystem() {
        var system = Platform.getPreferences();
        if (system.getBoolean(WINDOWS_CONTRAST).orElse(false)) {
            return Choice.HIGH_CONTRAST;
        }
        return system.getColorScheme() == ColorScheme.DARK ? Choice.DARK : Choice.LIGHT;
    }
}
