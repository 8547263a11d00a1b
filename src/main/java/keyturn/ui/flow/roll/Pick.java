package keyturn.ui.flow.roll;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import keyturn.domain.CredentialName;
import keyturn.domain.azure.ClientId;
import keyturn.plan.flow.roll.RollChoices;
import keyturn.plan.flow.roll.RollOffer.Held;

/**
 * A credential: chosen, or left with a reason.
 *
 * @param known how it is known as which application it signs in; empty: nobody has said it
 * @param byRun a run gave it its secret, so nobody need say it
 * @param why it stays as it is, where it is not chosen
 * @param said as which application it signs in, as somebody types it
 */
record Pick(
        Held held,
        Optional<String> known,
        boolean byRun,
        SimpleBooleanProperty chosen,
        SimpleStringProperty why,
        SimpleStringProperty said) {

    Pick(Held held, Optional<String> known, boolean byRun, boolean chosen, String why) {
        this(
                held,
                known,
                byRun,
                new SimpleBooleanProperty(chosen),
                new SimpleStringProperty(why),
                new SimpleStringProperty(held.tie().map(ClientId::value).orElse("")));
    }

    /** Neither chosen nor left with a reason; a managed identity has no secret, which is reason enough. */
    boolean isOpen() {
        return !held.managed()
                && !chosen.get()
                && !RollChoices.isReason(why.get().strip());
    }

    /** Those that get the new secret. */
    static List<CredentialName> chosen(List<Pick> picks) {
        return picks.stream()
                .filter(pick -> pick.chosen().get())
                .map(pick -> pick.held().name())
                .toList();
    }

    /** Each other one that holds a secret, with the reason why it stays as it is. */
    static Map<CredentialName, String> left(List<Pick> picks) {
        return picks.stream()
                .filter(pick -> !pick.chosen().get() && !pick.held().managed())
                .collect(Collectors.toMap(
                        pick -> pick.held().name(), pick -> pick.why().get().strip()));
    }
}
