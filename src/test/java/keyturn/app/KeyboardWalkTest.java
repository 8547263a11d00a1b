package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import keyturn.conform.FlowFixture;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Each flow from the start page to the verdict without a mouse: by the tab key, the space bar and letters. */
final class KeyboardWalkTest extends WalkedWindow implements FlowFixture.Keyboard {

    /** More than any page has of controls that take the keyboard. */
    private static final int CONTROLS_OF_A_PAGE = 150;

    private final FxRobot robot = new FxRobot();

    /** What is done most; every other flow is walked in the matrix. */
    private static final Set<String> EVERY_DAY = Set.of("upgrade", "rotate-key", "roll-secret");

    static Stream<Named<FlowFixture>> flows() {
        return FlowFixture.named()
                .filter(named -> EVERY_DAY.contains(named.getPayload().title()));
    }

    static Stream<Named<FlowFixture>> others() {
        return FlowFixture.named()
                .filter(named -> !EVERY_DAY.contains(named.getPayload().title()));
    }

    @ParameterizedTest
    @MethodSource("flows")
    void aFlowIsWalkedFromTheStartToTheVerdict(FlowFixture fixture) {
        walked(fixture);
    }

    @ParameterizedTest
    @MethodSource("others")
    @Tag("matrix")
    void everyOtherFlowIsWalkedToo(FlowFixture fixture) {
        walked(fixture);
    }

    private void walked(FlowFixture fixture) {
        begin(fixture.scenario());
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

    private void begin(String scenario) {
        if (scenario.equals("healthy")) {
            press("practice");
        } else {
            press("choose-scenario");
            press("scenario-" + scenario);
        }
    }

    @Override
    public void press(String id) {
        // backwards: what leads on stands at the end of a page
        reach(id, KeyCode.SHIFT, KeyCode.TAB);
        push(KeyCode.SPACE);
    }

    @Override
    public void type(String id, String text) {
        reach(id, KeyCode.TAB);
        walk.write("#" + id, text);
        assertEquals(text, walk.shown("#" + id));
    }

    private void reach(String id, KeyCode... further) {
        walk.awaitEnabled("#" + id);
        List<String> passed = new ArrayList<>();
        while (!focused().equals(id)) {
            passed.add(focused());
            assertTrue(passed.size() < CONTROLS_OF_A_PAGE, () -> id + " is not reached, but " + passed);
            push(further);
        }
    }

    /** In one go: TestFX waits a quarter of a second for the keys of each press, and there are a hundred. */
    private static void push(KeyCode... keys) {
        WaitForAsyncUtils.waitForAsyncFx(Walk.LIMIT.toMillis(), () -> {
            Robot keyboard = new Robot();
            Stream.of(keys).forEach(keyboard::keyPress);
            Stream.of(keys).toList().reversed().forEach(keyboard::keyRelease);
        });
        WaitForAsyncUtils.waitForFxEvents(1);
    }

    private String focused() {
        return robot.listWindows().stream()
                .flatMap(window -> Optional.ofNullable(window.getScene().getFocusOwner()).stream())
                .flatMap(owner -> Optional.ofNullable(owner.getId()).stream())
                .findFirst()
                .orElse("");
    }
}
