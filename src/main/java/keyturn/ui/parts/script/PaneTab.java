package keyturn.ui.parts.script;

import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;

/** A tab over a pane of script. One of a group is always chosen: pressed again, it stays so. */
public final class PaneTab {

    private PaneTab() {}

    /**
     * @param text with a mnemonic
     * @param shown what the tab brings into sight
     */
    public static ToggleButton of(String id, String text, ToggleGroup group, Runnable shown) {
        ToggleButton tab = new ToggleButton(text);
        tab.setId(id);
        tab.setMnemonicParsing(true);
        tab.setAccessibleText(text.replace("_", ""));
        tab.getStyleClass().add("pane-tab");
        tab.setMinWidth(Region.USE_PREF_SIZE);
        tab.setToggleGroup(group);
        tab.setOnAction(event -> {
            tab.setSelected(true);
            shown.run();
        });
        return tab;
    }
}
