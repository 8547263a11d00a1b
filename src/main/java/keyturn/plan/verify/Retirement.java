package keyturn.plan.verify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.LoginName;
import keyturn.domain.Message;
import keyturn.domain.Retention;
import keyturn.domain.Thumbprint;
import keyturn.domain.azure.VaultMatch;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.AsymmetricKey;
import keyturn.domain.inspection.Inspection.KeyLogin;
import keyturn.domain.inspection.KeyLogins;
import keyturn.domain.inspection.KeyTraces;
import keyturn.plan.Plan;
import keyturn.plan.fact.ServerKeys;
import keyturn.plan.fact.Times;

/**
 * What still needs the key that a plan has replaced, and from when on nothing may need it any more. It never says that the key
 * may go: it says what there is and what only people can check; Keyturn drops and disables nothing.
 *
 * @param retention how long backups are kept, as the DBA states it
 * @param found what was seen, each in a sentence
 */
public record Retirement(OldKey old, Optional<Retention> retention, List<Message> found, Verdict verdict) {

    public Retirement {
        found = List.copyOf(found);
    }

    /** What may be said. */
    public sealed interface Verdict {}

    /** It is needed, or that it is not cannot be told. */
    public record No(List<Message> because) implements Verdict {
        public No {
            because = List.copyOf(because);
        }
    }

    /**
     * Before this date backups need it.
     *
     * @param provided what must hold besides, and no view of the server shows
     */
    public record NotBefore(Instant date, List<Message> provided) implements Verdict {
        public NotBefore {
            provided = List.copyOf(provided);
        }
    }

    /**
     * The key with all that opens it.
     *
     * @param thumbprint empty: master has no such key now
     * @param logins made from it, and the credentials that they hold
     * @param vaultKey where a vault that was looked at shows it
     */
    public record OldKey(
            AsymmetricKeyName name,
            Optional<Thumbprint> thumbprint,
            List<LoginName> logins,
            List<CredentialName> credentials,
            Optional<VaultMatch> vaultKey) {

        public OldKey {
            logins = List.copyOf(logins);
            credentials = List.copyOf(credentials);
        }

        /** Of these four none goes before the others. */
        public Message words() {
            return Message.of(
                    "plan.retire.old",
                    name,
                    thumbprint.map(Thumbprint::toString).orElse("-"),
                    listed(logins),
                    listed(credentials),
                    inVault());
        }

        private String inVault() {
            return vaultKey.map(match -> Message.of(
                                    "plan.retire.vaultKey",
                                    match.key().name() + "/" + match.version().id(),
                                    match.vault().address())
                            .text())
                    .orElseGet(() -> Message.of("plan.retire.vaultKeyUnseen").text());
        }

        private static String listed(List<?> names) {
            return names.isEmpty()
                    ? Message.of("plan.retire.none").text()
                    : names.stream().map(Object::toString).collect(Collectors.joining(", "));
        }
    }

    /** The key that a plan replaces: of a back-out the one that was new. Empty for plans that wrap nothing anew. */
    public static Optional<AsymmetricKeyName> keyOf(Plan plan) {
        return plan.flow().replacedKey(plan);
    }

    /** By which logs and history are searched for that key; empty where there is none, or master has it no more. */
    public static Optional<Thumbprint> thumbprintOf(Plan plan, Inspection seen) {
        return keyOf(plan).flatMap(key -> ServerKeys.named(seen, key)).map(AsymmetricKey::thumbprint);
    }

    /**
     * @param traces as they were looked for by {@link #thumbprintOf}
     * @return empty for plans that wrap nothing anew
     */
    public static Optional<Retirement> of(Plan plan, Inspection seen, KeyTraces traces, Optional<Retention> retention) {
        Inspection told = plan.choices().situation(seen).inspection();
        return keyOf(plan).map(key -> new RetirementChecks(plan, seen, traces, retention, old(key, told)).report());
    }

    private static OldKey old(AsymmetricKeyName key, Inspection seen) {
        List<KeyLogin> logins = KeyLogins.of(key, seen.facts()).value().orElse(List.of());
        return new OldKey(
                key,
                ServerKeys.named(seen, key).map(AsymmetricKey::thumbprint),
                logins.stream().map(KeyLogin::name).distinct().toList(),
                logins.stream().flatMap(login -> login.credential().stream()).toList(),
                VaultMatch.of(key, seen.facts()));
    }

    /** The verdict in a sentence. */
    public Message words() {
        return switch (verdict) {
            case No no -> Message.of("plan.retire.no");
            case NotBefore not -> Message.of("plan.retire.notBefore", Times.seconds(not.date()));
        };
    }

    /** What is not to be done before. */
    public Message stays() {
        return switch (verdict) {
            case No no -> Message.of("plan.retire.stays");
            case NotBefore not -> Message.of("plan.retire.staysUntil");
        };
    }

    /** Why not, or what must hold besides. */
    public List<Message> reasons() {
        return switch (verdict) {
            case No no -> no.because();
            case NotBefore not -> not.provided();
        };
    }
}
