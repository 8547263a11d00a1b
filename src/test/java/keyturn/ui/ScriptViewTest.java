package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import keyturn.plan.step.StepId;
import keyturn.ui.parts.script.ScriptLine;
import keyturn.ui.parts.script.ScriptView;
import org.junit.jupiter.api.Test;

final class ScriptViewTest {

    @Test
    void theScriptOfThousandsIsReadAsTextFromItsBeginningAndCopiedWhole() throws Exception {
        List<String> code =
                IntStream.range(0, 30_000).mapToObj("SELECT %05d;"::formatted).toList();
        List<ScriptLine> lines = code.stream()
                .map(text -> new ScriptLine(new StepId(1), ScriptLine.Kind.CODE, text, List.of()))
                .toList();
        String whole = code.stream().collect(Collectors.joining("\n"));
        Toolkit.on(() -> {
            ScriptView view = new ScriptView("script", "Script");
            TextArea plain = (TextArea) ((Pane) view.node()).getChildren().getLast();
            view.show(lines);
            assertEquals("", plain.getText(), "nobody reads it");
            view.plainSwitch().setSelected(true);
            List<String> shown = plain.getText().lines().toList();
            assertEquals(code.subList(0, shown.size() - 2), shown.subList(0, shown.size() - 2));
            assertTrue(shown.getLast().contains(" of 30"), shown.getLast());
            assertEquals(whole, view.copyText());
            view.show(lines.subList(0, 2));
            assertEquals("SELECT 00000;\nSELECT 00001;", plain.getText());
            view.follow(lines.subList(0, 3));
            assertEquals("SELECT 00000;\nSELECT 00001;\nSELECT 00002;", plain.getText());
            return true;
        });
    }

    @Test
    void aMarkOfDirectionCanBeSeenAndIsCopiedAsItIs() throws Exception {
        String code = "DROP LOGIN [a\u202Eb];";
        Toolkit.on(() -> {
            ScriptView view = new ScriptView("script", "Script");
            Scene scene = new Scene((Parent) view.node(), 800, 400);
            view.show(List.of(new ScriptLine(new StepId(1), ScriptLine.Kind.CODE, code, List.of())));
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            String drawn = scene.getRoot().lookupAll(".code").stream()
                    .map(node -> ((Text) node).getText())
                    .collect(Collectors.joining());
            assertEquals("DROP LOGIN [a<U+202E>b];", drawn);
            assertEquals(code, view.copyText());
            return true;
        });
    }
}
