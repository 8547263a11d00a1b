package keyturn.ui.trouble;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import keyturn.trouble.look.CheckLook;
import keyturn.ui.desk.Support;
import keyturn.ui.parts.Words;
import keyturn.ui.work.Background;

/** Writes the support bundle, with what the checks saw of the server, and says where it is. */
final class BundleSaving {

    private final Support support;
    private final Background background;
    private final ReadOnlyObjectWrapper<Optional<String>> told = new ReadOnlyObjectWrapper<>(Optional.empty());

    BundleSaving(Support support, Background background) {
        this.support = support;
        this.background = background;
    }

    /** Where it is, or why it could not be written; empty: nobody asked for it. */
    ObservableValue<Optional<String>> told() {
        return told.getReadOnlyProperty();
    }

    void write(Path zip, Optional<CheckLook.Looked> server) {
        background.perform(
                () -> {
                    support.write(zip, server);
                    return zip;
                },
                written -> told.set(Optional.of(Words.of("trouble.supported", written))),
                why -> told.set(Optional.of(why.summary().text())));
    }

    void forget() {
        told.set(Optional.empty());
    }
}
