package keyturn.ui.parts;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;
import javafx.util.Duration;

/** What is done again and again as long as a window shows it. A clock that went on would keep a closed window in memory. */
public final class Ticks {

    private Ticks() {}

    /** @param node in whose window it is seen */
    public static void whileShown(Node node, Duration every, Runnable tick) {
        Timeline ticks = new Timeline(new KeyFrame(every, event -> tick.run()));
        ticks.setCycleCount(Animation.INDEFINITE);
        node.sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::showingProperty)
                .orElse(false)
                .subscribe(shown -> {
                    if (shown) {
                        ticks.play();
                    } else {
                        ticks.stop();
                    }
                });
    }
}
