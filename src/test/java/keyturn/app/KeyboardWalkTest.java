package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import keyturn.conform.FlowFixture;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Each flow from the start page to the verdict without a mouse: by the tab key, the space bar and letters. */
final class KeyboardWalkTest extends WalkedWindow implements FlowFixture.Keyboard {

    /** More than any page has of controls that take the keyboard. */
    private static final int CONTROLS_OF_A_PAGE = 150;

    private final FxRobot robot = new FxRobot();

    static Stream<Named<FlowFixture>> flows() {
        return FlowFixture.named();
    }

    @ParameterizedTest
    @MethodSource("flows")
    void aFlowIsWalkedFromTheStartToTheVerdict(FlowFixture fixture) {
        press("practice");
        walk.await("#inspect-page");
        fixture.choose(this);
        walk.await("#preflight-page");
        press("next");
        walk.await("#preview-page");
        press("approve");
        walk.await("#run");
        press("next");
        walk.await("#verify-page");
        walk.awaitEnabled("#evidence-open");
        assertFalse(walk.texts("#verdict").isBlank(), "there is a verdict");
    }

    @Override
    public void press(String id) {
        // backwards: what leads on stands at the end of a page
        reach(id, KeyCode.SHIFT, KeyCode.TAB);
        robot.push(KeyCode.SPACE);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Override
    public void type(String id, String text) {
        reach(id, KeyCode.TAB);
        robot.write(text);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(text, walk.shown("#" + id));
    }

    private void reach(String id, KeyCode... further) {
        walk.awaitEnabled("#" + id);
        List<String> passed = new ArrayList<>();
        while (!focused().equals(id)) {
            passed.add(focused());
            assertTrue(passed.size() < CONTROLS_OF_A_PAGE, () -> id + " is not reached, but " + passed);
            robot.push(further);
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    private String focused() {
        return robot.listWindows().stream()
                .flatMap(window -> Optional.ofNullable(window.getScene().getFocusOwner()).stream())
                .flatMap(owner -> Optional.ofNullable(owner.getId()).stream())
                .findFirst()
                .orElse("");
    }
}
