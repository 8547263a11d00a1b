package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.tools.Deadline;
import keyturn.ui.parts.ProblemPlace;
import keyturn.ui.parts.StepLine;
import keyturn.ui.parts.StepLine.Mark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a screen reader says without being asked: it follows the focus, so what happens has it, and has its words. */
final class SpokenTest {

    private static final Problem PROBLEM = new Problem(
            "ui.test",
            Message.of("ui.work.unexpected"),
            Optional.of("Msg 18456"),
            Message.of("ui.work.unexpected.next"));

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    Path folder = Path.of("");

    @Test
    void aProblemIsSaidWholeWhereNobodyIsTyping() throws Exception {
        Toolkit.on(() -> {
            var problem = new SimpleObjectProperty<Optional<Problem>>(Optional.empty());
            TextField field = new TextField();
            Button button = new Button("Connect");
            Stage stage = new Stage();
            stage.setScene(new Scene(new VBox(field, button, ProblemPlace.place(problem))));
            stage.show();
            field.requestFocus();
            problem.set(Optional.of(PROBLEM));
            assertEquals(field, stage.getScene().getFocusOwner(), "letters go where somebody types");

            problem.set(Optional.empty());
            button.requestFocus();
            problem.set(Optional.of(PROBLEM));
            String said = said(stage.getScene().getFocusOwner());
            for (String part : new String[] {
                PROBLEM.summary().text(), "Msg 18456", PROBLEM.next().text()
            }) {
                assertTrue(said.contains(part), said);
            }
            stage.close();
            return true;
        });
    }

    @Test
    void theListFollowsTheRunAndTheFailureTakesTheKeyboard() throws Exception {
        try (LiveWindow window = new LiveWindow(folder, "healthy", "bad-signature@alter-provider:1")) {
            window.approve();
            window.await("failure");
            Deadline.await("the failed step is said", LIMIT, () -> focusedRow(window) == failedRow(window));
            assertTrue(failedRow(window) >= 0, "a step has failed");
            String said = window.on(() -> said(window.scene().getFocusOwner()));
            assertTrue(said.contains("Msg "), said);
        }
    }

    private static int failedRow(LiveWindow window) {
        List<StepLine> rows =
                list(window).getItems().stream().map(StepLine.class::cast).toList();
        return IntStream.range(0, rows.size())
                .filter(row -> rows.get(row).mark().equals(Optional.of(Mark.FAILED)))
                .findFirst()
                .orElse(-1);
    }

    private static int focusedRow(LiveWindow window) {
        return list(window).getFocusModel().getFocusedIndex();
    }

    private static ListView<?> list(LiveWindow window) {
        return (ListView<?>) window.scene().lookup("#run-steps");
    }

    private static String said(Node node) {
        return String.valueOf(node.queryAccessibleAttribute(AccessibleAttribute.TEXT));
    }
}
