package keyturn.ui.flow.roll;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import keyturn.domain.CredentialName;
import keyturn.domain.Problem;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.Tie;
import keyturn.domain.azure.Ties;
import keyturn.domain.inspection.Inspection;
import keyturn.inspect.ties.TieBook;
import keyturn.ui.wizard.Draft;
import keyturn.ui.work.Background;

/** Keeps what the DBA says of a credential: as which application it signs in. No view of SQL Server shows it. */
final class Telling {

    private final Draft draft;
    private final Background background;
    private final TieBook ties;
    private final Clock clock;
    private final SimpleObjectProperty<Optional<Problem>> problem = new SimpleObjectProperty<>(Optional.empty());

    Telling(Draft draft, Background background, TieBook ties, Clock clock) {
        this.draft = draft;
        this.background = background;
        this.ties = ties;
        this.clock = clock;
    }

    /** Why it could not be kept. */
    ObservableValue<Optional<Problem>> problem() {
        return problem;
    }

    /** @param told the inspection knows it from now on */
    void tell(CredentialName credential, ClientId application, Runnable told) {
        Inspection seen = draft.inspection().get().orElseThrow();
        problem.set(Optional.empty());
        background.perform(
                () -> {
                    ties.tell(seen.identity().name(), credential, application);
                    return new Tie(credential, application, new Tie.Told(clock.instant()));
                },
                tie -> {
                    draft.inspection().set(seen.withTies(seen.ties().with(new Ties(List.of(tie)))));
                    told.run();
                },
                failed -> problem.set(Optional.of(failed)));
    }
}
