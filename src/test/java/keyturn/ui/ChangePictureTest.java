package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Pane;
import keyturn.domain.DatabaseName;
import keyturn.plan.SeenRotation;
import keyturn.plan.change.PlannedChange;
import keyturn.ui.frame.Appearance.Choice;
import keyturn.ui.picture.ChangePicture;
import org.junit.jupiter.api.Test;

final class ChangePictureTest {

    @Test
    void thePreviewOfAnUpgradeBeginsWithItsTwoBuilds() throws Exception {
        Toolkit.on(() -> {
            try (ShownWindow shown = PreviewOf.upgrade(Choice.LIGHT, 1280, 800)) {
                List<String> names = texts((Parent) shown.find("change"), ".change-box > .strong");
                assertEquals(List.of("1.0.5.0", "15.0.2000.440"), names);
            }
            return true;
        });
    }

    @Test
    void thePreviewOfARotationShowsBothRoutesAndCountsWhatDoesNotFit() throws Exception {
        Toolkit.on(() -> {
            try (ShownWindow shown = PreviewOf.rotation(20, Choice.LIGHT, 1280, 800)) {
                Parent picture = (Parent) shown.find("change");
                assertEquals(8, picture.lookupAll(".change-box").size());
                Pane chips = (Pane) shown.find("databases-after");
                assertEquals(8 + 1, chips.getChildren().size());
                assertTrue(((Hyperlink) shown.find("databases-more")).getText().contains("12"));
            }
            return true;
        });
    }

    @Test
    void whileARunGoesEachDatabaseStandsUnderTheKeyThatProtectsIt() throws Exception {
        PlannedChange change = change(new SeenRotation().tenants(3));
        Toolkit.on(() -> {
            ChangePicture picture = ChangePicture.underWay("moving", change);
            Parent node = (Parent) picture.node();
            assertEquals(List.of("Tenant0001", "Tenant0002", "Tenant0003"), chips(node, "before"));
            picture.moved(List.of(new DatabaseName("Tenant0002"), new DatabaseName("Unknown")));
            assertEquals(List.of("Tenant0001", "Tenant0003"), chips(node, "before"));
            assertEquals(List.of("Tenant0002"), chips(node, "after"));
            return true;
        });
    }

    private static PlannedChange change(SeenRotation world) {
        var plan = world.plan();
        return plan.flow().change(plan, Optional.of(world.inspection())).orElseThrow();
    }

    private static List<String> chips(Parent picture, String side) {
        return texts((Parent) picture.lookup("#databases-" + side), ".change-chip");
    }

    private static List<String> texts(Parent parent, String selector) {
        return parent.lookupAll(selector).stream()
                .map(node -> ((Labeled) node).getText())
                .toList();
    }
}
