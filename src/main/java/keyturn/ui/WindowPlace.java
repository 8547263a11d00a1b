package keyturn.ui;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/**
 * Where a window was and how large, in pixels.
 *
 * @param full whether it filled the screen
 */
record WindowPlace(long left, long top, long width, long height, boolean full) {

    private static final Pattern FORM =
            Pattern.compile("(-?[0-9]{1,6}) (-?[0-9]{1,6}) ([0-9]{3,6}) ([0-9]{3,6}) (true|false)");

    /** So much of its title must be on a screen that it can be taken hold of. */
    private static final double TO_HOLD = 120;

    /** Empty: the text is none that was written here. */
    static Optional<WindowPlace> read(String text) {
        Matcher found = FORM.matcher(text);
        return found.matches()
                ? Optional.of(new WindowPlace(
                        Long.parseLong(found.group(1)),
                        Long.parseLong(found.group(2)),
                        Long.parseLong(found.group(3)),
                        Long.parseLong(found.group(4)),
                        Boolean.parseBoolean(found.group(5))))
                : Optional.empty();
    }

    static WindowPlace of(Stage stage) {
        return new WindowPlace(
                Math.round(stage.getX()),
                Math.round(stage.getY()),
                Math.round(stage.getWidth()),
                Math.round(stage.getHeight()),
                stage.isMaximized());
    }

    String text() {
        return left + " " + top + " " + width + " " + height + " " + full;
    }

    /** Puts the stage there; where no screen has that place any more, the size alone counts. */
    void apply(Stage stage) {
        stage.setWidth(Math.max(stage.getMinWidth(), (double) width));
        stage.setHeight(Math.max(stage.getMinHeight(), (double) height));
        boolean seen = Screen.getScreens().stream().map(Screen::getVisualBounds).anyMatch(this::isHeldBy);
        if (seen) {
            stage.setX((double) left);
            stage.setY((double) top);
        }
        stage.setMaximized(full);
    }

    private boolean isHeldBy(Rectangle2D screen) {
        return top >= screen.getMinY()
                && top < screen.getMaxY()
                && left + width - TO_HOLD >= screen.getMinX()
                && left + TO_HOLD <= screen.getMaxX();
    }
}
