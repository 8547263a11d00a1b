package keyturn.ui.flow.upgrade;

import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import keyturn.ui.parts.Field;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Texts;

/** The two lanes, each with what it means and the document that describes it, and the fields that a lane needs. */
final class LaneFields {

    private final LaneForm form;

    LaneFields(LaneForm form) {
        this.form = form;
    }

    /** The choice alone. */
    Node lanes() {
        var group = new ToggleGroup();
        RadioButton stop = lane("stop", group);
        RadioButton place = lane("in-place", group);
        form.stop().subscribe(is -> group.selectToggle(is ? stop : place));
        group.selectedToggleProperty().subscribe(now -> form.stop().set(stop.equals(now)));
        return new VBox(
                12,
                new VBox(4, stop, Texts.caption(UpgradeWords.of("choose.lane.stop.means"))),
                new VBox(4, place, Texts.caption(UpgradeWords.of("choose.lane.in-place.means"))));
    }

    private static RadioButton lane(String name, ToggleGroup group) {
        var lane = new RadioButton(UpgradeWords.of("choose.lane." + name));
        lane.setId("lane-" + name);
        lane.setMnemonicParsing(true);
        lane.setToggleGroup(group);
        lane.setWrapText(true);
        return lane;
    }

    /** What is done on the host. */
    Node host() {
        Node msi = field("msi", form.msi(), form.msiProblem());
        Node hash = Showing.when(
                form.msi().map(text -> !text.isBlank()), field("msi-hash", form.hash(), form.hashProblem()));
        Node product = Showing.when(form.stop(), field("product", form.product(), form.productProblem()));
        var restart = new CheckBox(UpgradeWords.of("choose.restart"));
        restart.setId("restart");
        restart.setWrapText(true);
        restart.selectedProperty().bindBidirectional(form.restart());
        var old = new CheckBox(UpgradeWords.of("choose.delete-old"));
        old.setId("delete-old");
        old.setMnemonicParsing(true);
        old.selectedProperty().bindBidirectional(form.deleteOld());
        Node tidy = new VBox(4, old, Texts.caption(UpgradeWords.of("choose.delete-old.about")));
        return new VBox(
                16,
                msi,
                hash,
                product,
                Showing.when(form.stop(), tidy),
                Showing.when(form.stop().not(), restart));
    }

    private static Node field(String id, StringProperty typed, ObservableValue<Optional<String>> problem) {
        var field = new TextField();
        field.setId(id);
        field.setPromptText(UpgradeWords.of("choose." + id + ".prompt"));
        field.textProperty().bindBidirectional(typed);
        return new VBox(
                4,
                Field.of(UpgradeWords.of("choose." + id), field, problem),
                Texts.caption(UpgradeWords.of("choose." + id + ".about")));
    }
}
