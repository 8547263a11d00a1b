package keyturn.domain.azure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.domain.Problem;
import keyturn.domain.Secret;
import keyturn.domain.inspection.Fact;

/**
 * What was seen at the Azure doors of a target.
 *
 * @param vaults one for each that was asked for, in that order
 * @param application that the target names as SQL Server's, with its secrets
 * @param problems what kept us from seeing more, each with its next step
 * @param expired the application, where it is the one that was signed in as and its secret was refused as expired
 * @param engine the application that SQL Server signs in as, where what was seen of rights is what it may do
 * @param trials of keys, with the application's own secret; empty: none were asked for
 * @param own the secret that was signed in with; empty: it was signed in otherwise
 */
public record AzureSight(
        List<VaultSight> vaults,
        Fact<ApplicationSeen> application,
        List<Problem> problems,
        Optional<ClientId> expired,
        List<KeyTried> trials,
        Optional<ClientId> engine,
        List<TiedApplication> tied,
        Optional<OwnSecret> own) {

    public AzureSight {
        vaults = List.copyOf(vaults);
        problems = List.copyOf(problems);
        trials = List.copyOf(trials);
        tied = List.copyOf(tied);
    }

    /** Where no credential is known to sign in as any application. */
    public AzureSight(
            List<VaultSight> vaults,
            Fact<ApplicationSeen> application,
            List<Problem> problems,
            Optional<ClientId> expired,
            List<KeyTried> trials,
            Optional<ClientId> engine) {
        this(vaults, application, problems, expired, trials, engine, List.of(), Optional.empty());
    }

    /** Where the application's secret was neither refused nor tried. */
    public AzureSight(List<VaultSight> vaults, Fact<ApplicationSeen> application, List<Problem> problems) {
        this(vaults, application, problems, Optional.empty(), List.of(), Optional.empty());
    }

    /** The same, with what trials have shown. */
    public AzureSight with(List<KeyTried> tried) {
        return new AzureSight(vaults, application, problems, expired, tried, engine, tied, own);
    }

    /** The same, with the applications of credentials and what kept us from seeing them. */
    public AzureSight with(List<TiedApplication> applications, List<Problem> all) {
        return new AzureSight(vaults, application, all, expired, trials, engine, applications, own);
    }

    /** The same, where it was signed in with this secret. */
    public AzureSight with(OwnSecret secret) {
        return new AzureSight(vaults, application, problems, expired, trials, engine, tied, Optional.of(secret));
    }

    /** This application, where it was looked at. */
    public Optional<Fact<ApplicationSeen>> application(ClientId client) {
        return tied.stream()
                .filter(one -> one.client().equals(client))
                .map(TiedApplication::seen)
                .findFirst()
                .or(() -> application
                        .value()
                        .filter(seen -> seen.client().equals(client))
                        .map(seen -> application));
    }

    /** What was seen of this vault, where it was asked for. */
    public Optional<VaultSight> vault(VaultAddress address) {
        return vaults.stream().filter(seen -> seen.address().equals(address)).findFirst();
    }

    /**
     * A key was tried as the application with its secret, from this machine: token, key, one value wrapped and unwrapped.
     *
     * @param refused why it did not work; empty: it did
     */
    public record KeyTried(
            VaultAddress vault, String key, String version, ClientId application, Optional<Problem> refused) {}

    /**
     * The secret that Keyturn itself signs in with.
     *
     * @param client the application that it signs in as
     * @param keyId by which the directory knows the secret; empty: which one it is cannot be told
     */
    public record OwnSecret(ClientId client, Optional<String> keyId) {}

    /** An application that a credential is known to sign in as. */
    public record TiedApplication(ClientId client, Fact<ApplicationSeen> seen) {}

    /**
     * An application of the directory.
     *
     * @param secrets all that it has; what they are is known to nobody any more
     * @param signIns with its secrets, as far as the directory's report has them
     */
    public record ApplicationSeen(
            ClientId client, String objectId, String name, List<SecretSeen> secrets, Fact<List<SignInSeen>> signIns) {
        public ApplicationSeen {
            secrets = List.copyOf(secrets);
        }

        /** Nobody has asked for sign-ins. */
        public ApplicationSeen(ClientId client, String objectId, String name, List<SecretSeen> secrets) {
            this(client, objectId, name, secrets, new Fact.Unknown<>(Message.of("domain.signIns.unasked")));
        }

        /**
         * Which of its secrets this one is that works now: the one valid secret with these first letters. Empty where several may be
         * it, and where the directory keeps no first letters of a valid one.
         */
        public Optional<SecretSeen> which(Secret works, Instant now) {
            List<SecretSeen> may = secrets.stream()
                    .filter(secret -> secret.isValid(now))
                    .filter(secret -> secret.hint().map(works::beginsWith).orElse(true))
                    .toList();
            return may.size() == 1 && may.getFirst().hint().isPresent()
                    ? Optional.of(may.getFirst())
                    : Optional.empty();
        }

        public Optional<SecretSeen> secret(String keyId) {
            return secrets.stream()
                    .filter(secret -> secret.keyId().equalsIgnoreCase(keyId))
                    .findFirst();
        }
    }

    /** The last sign-in with a secret that the directory's report knows of; reports keep some weeks, and come late. */
    public record SignInSeen(String keyId, Instant last) {}

    /**
     * A secret of an application.
     *
     * @param hint its first letters, as the directory keeps them
     * @param expires empty: never
     * @param starts from when on it is valid; empty: not known
     */
    public record SecretSeen(
            String keyId,
            Optional<String> name,
            Optional<String> hint,
            Optional<Instant> expires,
            Optional<Instant> starts) {

        /** Where nobody knows since when it is valid. */
        public SecretSeen(String keyId, Optional<String> name, Optional<String> hint, Optional<Instant> expires) {
            this(keyId, name, hint, expires, Optional.empty());
        }

        public boolean isValid(Instant now) {
            return expires.filter(end -> !end.isAfter(now)).isEmpty();
        }

        /** Its name, else its first letters, else its id: to be read and kept, on one line, whatever somebody has called it. */
        public String label() {
            return OneLine.shown(
                    name.or(() -> hint).filter(text -> !text.isBlank()).orElse(keyId));
        }
    }
}
