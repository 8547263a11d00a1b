package keyturn.inspect;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.InvalidValue;
import keyturn.domain.Problem;
import keyturn.domain.Secret;
import keyturn.domain.Thumbprint;
import keyturn.domain.azure.AzureSight.KeyTried;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyName;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.VaultMatch;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.AsymmetricKey;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Inspection.EncryptionKey;

/** Tries the vault keys that protect databases, as SQL Server's application with its secret. Changes nothing. */
record KeyTrials(AzureReaders readers, ClientId application, Secret secret) {

    /** One for each key that a database uses and the vault was seen to hold; a key that was not recognised is not tried. */
    List<KeyTried> of(Inspection seen) {
        Set<Thumbprint> used = seen.facts().databases().value().orElse(List.of()).stream()
                .flatMap(KeyTrials::protector)
                .collect(Collectors.toSet());
        return seen.facts().asymmetricKeys().value().orElse(List.of()).stream()
                .filter(key -> used.contains(key.thumbprint()))
                .map(AsymmetricKey::name)
                .flatMap(name -> VaultMatch.of(name, seen.facts()).stream())
                .distinct()
                .flatMap(this::tried)
                .toList();
    }

    private static Stream<Thumbprint> protector(Database database) {
        return database.key().value().flatMap(key -> key).map(EncryptionKey::thumbprint).stream();
    }

    private Stream<KeyTried> tried(VaultMatch match) {
        var address = match.vault().address();
        String name = match.key().name();
        String version = match.version().id();
        return readers.vaults().stream()
                .filter(door -> door.address().equals(address))
                .map(door ->
                        new KeyTried(address, name, version, application, refused(readers.vault(door), name, version)));
    }

    private Optional<Problem> refused(VaultReader vault, String name, String version) {
        try {
            return vault.trial(application, secret, new KeyReference(new KeyName(name), Optional.of(version)));
        } catch (InvalidValue notOfAConnector) {
            return Optional.of(notOfAConnector.problem());
        }
    }
}
