package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import keyturn.ui.frame.Frame;
import keyturn.ui.wizard.OpenWorld;
import keyturn.ui.work.DirectBackground;
import org.junit.jupiter.api.Test;

/** What nobody has caught in the window is told in it. */
final class WindowFaultsTest {

    @Test
    void aFaultIsToldWithItsFileOnceAndCanBeHidden() throws Exception {
        Toolkit.on(() -> {
            Stage stage = new Stage();
            Frame frame =
                    new Wizard(new HandMade().ports(Path.of("runs")), new DirectBackground(), new OpenWorld()).frame();
            Window.frame(stage, frame);
            stage.show();
            List<Throwable> filed = new ArrayList<>();
            var faults = new WindowFaults(frame, fault -> {
                filed.add(fault);
                return "KT-12345678 in fault.txt";
            });
            Node place = stage.getScene().lookup("#window-fault");
            assertFalse(place.isVisible());
            IllegalStateException fault = new IllegalStateException("of ours");
            faults.uncaughtException(Thread.currentThread(), fault);
            faults.uncaughtException(Thread.currentThread(), fault);
            assertTrue(place.isVisible());
            stage.getScene().getRoot().applyCss();
            assertTrue(place.lookupAll(".label").stream()
                    .anyMatch(label -> ((Labeled) label).getText().contains("KT-12345678 in fault.txt")));
            assertEquals(List.of(fault), filed, "one that comes back is told once");
            ((Button) place.lookup("#fault-hide")).fire();
            assertFalse(place.isVisible());
            stage.close();
            return true;
        });
    }
}
