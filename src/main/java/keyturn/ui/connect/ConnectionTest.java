package keyturn.ui.connect;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.domain.inspection.Inspection;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.Look;
import keyturn.ui.work.Background;
import keyturn.ui.work.Job;

/** A connection that is only tried: what answered, and as whom. */
final class ConnectionTest {

    private final Background background;
    private final Look look;
    private final ReadOnlyObjectWrapper<Optional<String>> told = new ReadOnlyObjectWrapper<>(Optional.empty());

    ConnectionTest(Background background, Look look) {
        this.background = background;
        this.look = look;
    }

    /** What the last try found, in a sentence; empty: none, or it failed. */
    ObservableValue<Optional<String>> told() {
        return told.getReadOnlyProperty();
    }

    Job of(Target target, Runnable ended, Consumer<Problem> failed) {
        return background.perform(
                () -> look.at(target),
                seen -> {
                    ended.run();
                    told.set(Optional.of(sentence(target, seen)));
                },
                failed);
    }

    void forget() {
        told.set(Optional.empty());
    }

    private static String sentence(Target target, Inspection seen) {
        var server = seen.identity();
        String trust =
                switch (target.tls()) {
                    case Target.Verified verified -> "verified";
                    case Target.Pinned pinned -> "pinned";
                    case Target.Unverified unverified -> "unverified";
                };
        return Words.of(
                "connect.tried",
                server.name(),
                server.productVersion(),
                server.loginName(),
                Words.of("connect.tried." + trust));
    }
}
