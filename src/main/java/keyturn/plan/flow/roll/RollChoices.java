package keyturn.plan.flow.roll;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.OneLine;
import keyturn.domain.ProviderName;
import keyturn.domain.Rules;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.SecretLife;
import keyturn.domain.azure.SecretName;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.Choices;
import keyturn.plan.flow.Flow;

/**
 * Give credentials another secret of their application.
 *
 * @param application whose secret it is; empty where nobody has said it, and no plan is made then
 * @param credentials that hold a secret of that application, by the word of the DBA
 * @param left every other credential of the provider, each with the reason why it stays as it is
 * @param secret where the new one comes from; its text is stored nowhere
 * @param presentWorks the secret of now still works: databases are tested before anything is changed
 * @param oldAtHand whoever runs the plan can type the old secret, should it have to go back
 * @param databases that are open and depend on the credentials
 * @param closed databases that are opened one by one before any restart, the first as a canary
 */
public record RollChoices(
        ProviderName provider,
        Optional<ClientId> application,
        List<CredentialName> credentials,
        Map<CredentialName, String> left,
        NewSecret secret,
        boolean presentWorks,
        boolean oldAtHand,
        Restart restart,
        List<DatabaseName> databases,
        List<DatabaseName> closed,
        Assurances assurances)
        implements Choices {

    public RollChoices {
        credentials = List.copyOf(credentials);
        left = Map.copyOf(left);
        databases = List.copyOf(databases);
        closed = List.copyOf(closed);
        left.values().forEach(RollChoices::reason);
    }

    /** Whether this says why a credential stays as it is: text that is seen, on one line. */
    public static boolean isReason(String text) {
        return !text.isBlank() && OneLine.shown(text).equals(text);
    }

    /** @throws keyturn.domain.InvalidValue if it says nothing, or does not stay on one line */
    public static String reason(String text) {
        if (!isReason(text)) {
            throw Rules.broken(
                    "roll-secret.reason",
                    RollFlow.NAME.words("reason.form", OneLine.shown(text)),
                    RollFlow.NAME.words("reason.form.next"));
        }
        return text;
    }

    /** Where the new secret comes from. */
    public sealed interface NewSecret {

        /**
         * The directory makes it.
         *
         * @param name under which the directory lists it; empty: one that Keyturn makes from server and time
         */
        record ByDirectory(SecretLife life, Optional<SecretName> name) implements NewSecret {}

        /** It was made already; whoever runs the plan types it. */
        record Typed() implements NewSecret {}
    }

    /** When SQL Server is restarted, which somebody does and Keyturn watches. */
    public sealed interface Restart {

        /** While the plan runs. */
        record Now() implements Restart {}

        /**
         * Later: until then the result is pending.
         *
         * @param by the last day for it; empty: nobody has said one
         */
        record Later(Optional<LocalDate> by) implements Restart {}
    }

    @Override
    public Flow flow() {
        return new RollFlow();
    }

    @Override
    public RollChoices with(Assurances others) {
        return new RollChoices(
                provider,
                application,
                credentials,
                left,
                secret,
                presentWorks,
                oldAtHand,
                restart,
                databases,
                closed,
                others);
    }

    @Override
    public RollChoices only(DatabaseName database) {
        return new RollChoices(
                provider,
                application,
                credentials,
                left,
                secret,
                presentWorks,
                oldAtHand,
                restart,
                databases.stream().filter(database::equals).toList(),
                List.of(),
                assurances);
    }

    @Override
    public RollSituation situation(Inspection inspection) {
        return RollSituation.of(inspection, this);
    }

    boolean restartsNow() {
        return switch (restart) {
            case Restart.Now now -> true;
            case Restart.Later later -> false;
        };
    }
}
