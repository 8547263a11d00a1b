package keyturn.plan.due;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import keyturn.domain.CredentialName;
import keyturn.domain.Message;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.AzureSight.ApplicationSeen;
import keyturn.domain.azure.AzureSight.SecretSeen;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.Tie;
import keyturn.domain.inspection.CatalogWords;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.plan.depend.DependencyGraph;
import keyturn.plan.held.Holding;

/**
 * Which secrets expire when, and what depends on them.
 *
 * @param applications that credentials are known to sign in as, then the one that the target names
 * @param untied credentials of which nobody has said as which application they sign in
 * @param managed credentials without a secret: SQL Server signs in as its machine
 */
public record SecretRadar(List<Watched> applications, List<CredentialName> untied, List<CredentialName> managed) {

    public SecretRadar {
        applications = List.copyOf(applications);
        untied = List.copyOf(untied);
        managed = List.copyOf(managed);
    }

    /**
     * An application.
     *
     * @param client empty: it is not known which
     * @param dependents none: no credential is known to sign in as it
     */
    public record Watched(Optional<ClientId> client, Fact<ApplicationSeen> seen, List<Dependent> dependents) {
        public Watched {
            dependents = List.copyOf(dependents);
        }

        /** As the directory has it, else its id. */
        public Optional<String> name() {
            return seen.value().map(ApplicationSeen::name).or(() -> client.map(ClientId::value));
        }

        public List<SecretSeen> secrets() {
            return seen.value().map(ApplicationSeen::secrets).orElse(List.of());
        }

        /** Those that the credentials hold, where runs know it of each; else all of the application. */
        public List<SecretSeen> held() {
            Set<String> known = known();
            return known.isEmpty()
                    ? secrets()
                    : secrets().stream()
                            .filter(secret -> known.contains(secret.keyId().toLowerCase(Locale.ROOT)))
                            .toList();
        }

        private Set<String> known() {
            List<Optional<String>> each =
                    dependents.stream().map(one -> one.holding().known()).toList();
            return each.stream().anyMatch(Optional::isEmpty)
                    ? Set.of()
                    : each.stream()
                            .flatMap(Optional::stream)
                            .map(keyId -> keyId.toLowerCase(Locale.ROOT))
                            .collect(Collectors.toSet());
        }

        /** Credentials that hold a secret which the directory does not list any more. */
        public List<Dependent> withoutSecret() {
            return seen.value().isEmpty()
                    ? List.of()
                    : dependents.stream()
                            .filter(one -> one.holding()
                                    .known()
                                    .filter(keyId -> seen.value()
                                            .flatMap(there -> there.secret(keyId))
                                            .isEmpty())
                                    .isPresent())
                            .toList();
        }

        /** A credential is known to hold no valid secret, or there is none. */
        public boolean isOver(Instant now) {
            List<SecretSeen> held = held();
            boolean some = !known().isEmpty() && held.stream().anyMatch(secret -> isOver(secret, now));
            return some
                    || !withoutSecret().isEmpty()
                    || (!held.isEmpty() && held.stream().allMatch(secret -> isOver(secret, now)));
        }

        /**
         * When the first of the valid secrets expires that the credentials hold, or may hold; where one holds none that is valid, when
         * the last expired. Empty: never, or it is not known.
         */
        public Optional<Instant> end(Instant now) {
            List<SecretSeen> held = held();
            Optional<Instant> first = held.stream()
                    .filter(secret -> !isOver(secret, now))
                    .flatMap(secret -> secret.expires().stream())
                    .min(Comparator.naturalOrder());
            return isOver(now)
                    ? held.stream()
                            .filter(secret -> isOver(secret, now))
                            .flatMap(secret -> secret.expires().stream())
                            .max(Comparator.naturalOrder())
                    : first;
        }

        public static boolean isOver(SecretSeen secret, Instant now) {
            return secret.expires().filter(end -> !end.isAfter(now)).isPresent();
        }
    }

    /**
     * A credential that signs in as an application.
     *
     * @param source how that is known
     * @param holding which of its secrets it holds
     * @param uses the logins that carry it, the keys of these logins, and the databases that the keys protect
     */
    public record Dependent(CredentialName credential, Tie.Source source, Holding holding, SecretUsers uses) {}

    public static SecretRadar of(Inspection seen, DependencyGraph graph) {
        List<Credential> rows = seen.facts().credentials().value().orElse(List.of());
        List<CredentialName> managed = rows.stream()
                .filter(row -> CatalogWords.isManagedIdentity(row.identity()))
                .map(Credential::name)
                .toList();
        List<CredentialName> untied = rows.stream()
                .map(Credential::name)
                .filter(name -> !managed.contains(name) && seen.ties().of(name).isEmpty())
                .toList();
        return new SecretRadar(applications(seen, graph, rows), untied, managed);
    }

    private static List<Watched> applications(Inspection seen, DependencyGraph graph, List<Credential> rows) {
        List<CredentialName> there = rows.stream().map(Credential::name).toList();
        Optional<AzureSight> azure = seen.facts().azure();
        List<Watched> all = new ArrayList<>();
        for (ClientId client : seen.ties().applications()) {
            List<Dependent> dependents = seen.ties().credentialsOf(client).stream()
                    .filter(there::contains)
                    .flatMap(name -> seen.ties().of(name).stream())
                    .map(tie -> new Dependent(
                            tie.credential(),
                            tie.source(),
                            Holding.of(seen, tie.credential()),
                            SecretUsers.of(tie.credential(), graph)))
                    .toList();
            Fact<ApplicationSeen> application = azure.flatMap(sight -> sight.application(client))
                    .orElseGet(() -> new Fact.Unknown<>(Message.of("plan.due.unknown.noDirectory")));
            if (!dependents.isEmpty()) {
                all.add(new Watched(Optional.of(client), application, dependents));
            }
        }
        azure.map(AzureSight::application)
                .map(fact -> new Watched(fact.value().map(ApplicationSeen::client), fact, List.of()))
                .filter(own -> isNew(own, all))
                .ifPresent(all::add);
        return all;
    }

    /** One that could not be read says nothing beside those that were. */
    private static boolean isNew(Watched own, List<Watched> all) {
        return own.client().isPresent()
                ? all.stream().noneMatch(one -> one.client().equals(own.client()))
                : all.isEmpty();
    }
}
