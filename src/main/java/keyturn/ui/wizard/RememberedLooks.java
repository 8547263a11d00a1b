package keyturn.ui.wizard;

import java.util.function.Consumer;
import keyturn.domain.Problem;
import keyturn.ui.wizard.Settings.Looks;
import keyturn.ui.work.Background;

/**
 * How somebody left parts of the window, asked and kept without making anybody wait. What cannot be read or written is as it
 * comes: nobody is told of it, for nothing depends on it, except on the page that promises to keep it.
 */
public record RememberedLooks(Settings settings, Background background) {

    /** @param then hears the value, where there is one */
    public void recall(Looks part, Consumer<String> then) {
        background.perform(() -> settings.look(part), found -> found.ifPresent(then), RememberedLooks::harmless);
    }

    public void keep(Looks part, String value) {
        keep(part, value, RememberedLooks::harmless);
    }

    /** @param failed hears why it is not kept, for who was promised that it is */
    public void keep(Looks part, String value, Consumer<Problem> failed) {
        background.perform(
                () -> {
                    settings.look(part, value);
                    return value;
                },
                kept -> {},
                failed);
    }

    private static void harmless(Problem why) {}
}
