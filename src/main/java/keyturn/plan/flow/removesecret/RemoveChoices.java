package keyturn.plan.flow.removesecret;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.domain.ProviderName;
import keyturn.domain.Rules;
import keyturn.domain.azure.AzureSight.ApplicationSeen;
import keyturn.domain.azure.AzureSight.SecretSeen;
import keyturn.domain.azure.ClientId;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.Choices;
import keyturn.plan.flow.Flow;

/**
 * Remove one secret of an application.
 *
 * @param secret which one, and of which application
 * @param credentials of this server that sign in as the application
 * @param holds key id of the secret that those credentials hold of which no run knows it, by the word of the DBA; empty: not said
 * @param otherUsers who else uses the application, as the DBA says; one line, never empty
 * @param byOwner somebody else removes it, by the plan's script
 */
public record RemoveChoices(
        ProviderName provider,
        SecretId secret,
        Set<CredentialName> credentials,
        Optional<String> holds,
        String otherUsers,
        boolean byOwner,
        Assurances assurances)
        implements Choices {

    private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    public RemoveChoices {
        credentials = Set.copyOf(credentials);
        if (holds.filter(secret.keyId()::equalsIgnoreCase).isPresent()) {
            throw Rules.broken(
                    "remove-secret.holds",
                    RemoveFlow.NAME.words("holds.same"),
                    RemoveFlow.NAME.words("holds.same.next"));
        }
        holds.ifPresent(RemoveChoices::checkForm);
        if (!isSaid(otherUsers)) {
            throw Rules.broken(
                    "remove-secret.other-users",
                    RemoveFlow.NAME.words("otherUsers.form"),
                    RemoveFlow.NAME.words("otherUsers.form.next"));
        }
    }

    /** Whether this names other users: text that is seen, on one line. */
    public static boolean isSaid(String others) {
        return !others.isBlank() && OneLine.shown(others).equals(others);
    }

    /** @param keyId by which the directory knows it; a GUID */
    public record SecretId(ClientId application, String keyId) {
        public SecretId {
            checkForm(keyId);
        }

        Optional<ApplicationSeen> application(Inspection seen) {
            return fact(seen).flatMap(Fact::value);
        }

        Optional<Fact<ApplicationSeen>> fact(Inspection seen) {
            return seen.facts().azure().flatMap(azure -> azure.application(application));
        }

        Optional<SecretSeen> seen(Inspection seen) {
            return application(seen).flatMap(one -> one.secret(keyId));
        }
    }

    private static void checkForm(String keyId) {
        if (!GUID.matcher(keyId).matches()) {
            Message form = RemoveFlow.NAME.words("keyId.form", OneLine.shown(keyId));
            throw Rules.broken("remove-secret.key-id", form, RemoveFlow.NAME.words("keyId.form.next"));
        }
    }

    @Override
    public Flow flow() {
        return new RemoveFlow();
    }

    @Override
    public RemoveChoices with(Assurances others) {
        return new RemoveChoices(provider, secret, credentials, holds, otherUsers, byOwner, others);
    }

    /** The secret is one for all databases. */
    @Override
    public RemoveChoices only(DatabaseName database) {
        return this;
    }

    @Override
    public RemoveSituation situation(Inspection inspection) {
        return RemoveSituation.of(inspection, this);
    }
}
