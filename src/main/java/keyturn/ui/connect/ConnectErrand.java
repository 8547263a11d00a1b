package keyturn.ui.connect;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import keyturn.domain.Problem;
import keyturn.ui.parts.WindowTimes;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.Draft;

/** What one connects for, in a sentence: to a server in general, or to go on with a certain run or plan. */
final class ConnectErrand {

    /** What is told where no server takes the connection. */
    private static final Set<String> UNANSWERED = Set.of("sql.connect", "sql.timeout");

    private ConnectErrand() {}

    static ObservableValue<String> lead(Draft draft, Supplier<ZoneId> zone) {
        return Bindings.createStringBinding(
                () -> told(draft, zone.get()),
                draft.begun().observable(),
                draft.later().observable(),
                draft.saved().observable(),
                draft.way().observable(),
                draft.central().observable(),
                draft.errandSince().observable());
    }

    private static String told(Draft draft, ZoneId zone) {
        if (draft.central().get().isPresent()) {
            return Words.of("connect.lead.CENTRAL");
        }
        Optional<String> kind = kind(draft);
        Optional<Instant> since = draft.errandSince().get();
        return kind.isPresent() && since.isPresent()
                ? Words.of("connect.lead." + kind.get(), WindowTimes.day(since.get(), zone))
                : Words.of("connect.lead");
    }

    /** A run has stopped the server that does not answer: its page says what to do. */
    static boolean isToStopped(Draft draft, Problem why) {
        return draft.begun().get().isPresent() && draft.stopped().get().isPresent() && UNANSWERED.contains(why.code());
    }

    private static Optional<String> kind(Draft draft) {
        if (draft.begun().get().isPresent()) {
            return Optional.of(draft.way().get().map(Draft.Way::name).orElse("RESUME"));
        }
        if (draft.later().get().isPresent()) {
            return Optional.of("VERIFY");
        }
        return draft.saved().get().map(plan -> "PLAN");
    }
}
