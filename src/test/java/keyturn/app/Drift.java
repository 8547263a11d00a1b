package keyturn.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import keyturn.practice.server.state.AsymmetricKey;
import keyturn.practice.server.state.AvailabilityGroup;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Dek;
import keyturn.practice.server.state.Ekm;
import keyturn.practice.server.state.Identity;
import keyturn.practice.server.state.Instance;
import keyturn.practice.server.state.ProductVersion;
import keyturn.practice.server.state.Provider;
import keyturn.practice.server.state.Security;
import keyturn.practice.server.state.Surroundings;
import keyturn.practice.server.state.Topology;
import keyturn.practice.tsql.types.Bytes;

/** What may become of a server between plan and run, as far as no statement of the range does it. */
final class Drift {

    private static final Bytes OTHER_KEY = Bytes.ofHex("00112233445566778899AABBCCDDEEFF00112233");

    private Drift() {}

    static UnaryOperator<Instance> version(String version) {
        return instance -> {
            Identity is = instance.identity();
            return instance.with(new Identity(
                    is.machine(),
                    is.instance(),
                    ProductVersion.of(version),
                    is.edition(),
                    is.clustered(),
                    is.serviceAccount(),
                    is.startedAt(),
                    is.collation()));
        };
    }

    static UnaryOperator<Instance> provider(UnaryOperator<Provider> change) {
        return instance -> instance.with(instance.ekm()
                .providers(instance.ekm().providers().stream().map(change).toList()));
    }

    static Provider otherGuid(Provider is) {
        var guid = UUID.fromString("11111111-2222-3333-4444-555555555555");
        return new Provider(is.id(), is.name(), guid, is.path(), is.version(), is.enabled());
    }

    static Provider otherVersion(Provider is) {
        return new Provider(is.id(), is.name(), is.guid(), is.path(), ProductVersion.of("13.0.811.168"), is.enabled());
    }

    /** The DLL of that version is deleted. */
    static UnaryOperator<Instance> withoutDll(String version) {
        return instance -> {
            Ekm is = instance.ekm();
            return instance.with(is.files(is.files().stream()
                    .filter(file -> !file.version().toString().equals(version))
                    .toList()));
        };
    }

    /** The database's key is in another state of encryption. */
    static UnaryOperator<Instance> encryption(String database, int state) {
        return instance -> dek(instance, database, dek -> wrapped(dek, dek.thumbprint(), state));
    }

    /** The database's key is wrapped by another key of the same provider. */
    static UnaryOperator<Instance> reencrypted(String database) {
        return instance -> {
            Security is = instance.security();
            AsymmetricKey key = is.keys().getFirst();
            List<AsymmetricKey> keys = new ArrayList<>(is.keys());
            keys.add(new AsymmetricKey(
                    key.id() + 1,
                    "TDE_Key_2026",
                    OTHER_KEY,
                    OTHER_KEY,
                    key.provider(),
                    false,
                    key.bits(),
                    Bytes.ofHex("01")));
            Instance with = instance.with(is.keys(keys));
            return dek(with, database, dek -> wrapped(dek, OTHER_KEY, dek.state()));
        };
    }

    /** A database that was not encrypted gets the key of another one. */
    static UnaryOperator<Instance> encryptedLike(String database, String like) {
        return instance -> instance.with(
                database(instance, database).dek(database(instance, like).dek().orElseThrow()));
    }

    /** Availability groups are switched on: this one holds no database of the provider. */
    static UnaryOperator<Instance> group(Optional<String> listenerAddress) {
        return instance -> {
            var replica = new AvailabilityGroup.Replica(1, instance.identity().serverName(), true, true, false, true);
            List<AvailabilityGroup.Listener> listeners = listenerAddress.stream()
                    .map(address -> new AvailabilityGroup.Listener("reports", 1433, address, "255.0.0.0"))
                    .toList();
            var group = new AvailabilityGroup(
                    "Reports",
                    List.of(replica),
                    listeners,
                    List.of(),
                    instance.identity().startedAt());
            Surroundings is = instance.surroundings();
            var topology = new Topology(
                    is.topology().cluster(), List.of(group), is.topology().shipped());
            return instance.with(new Surroundings(topology, is.jobs(), is.sessions()));
        };
    }

    private static Instance dek(Instance instance, String database, UnaryOperator<Dek> change) {
        Database row = database(instance, database);
        return instance.with(row.dek(change.apply(row.dek().orElseThrow())));
    }

    private static Dek wrapped(Dek is, Bytes thumbprint, int state) {
        return new Dek(
                thumbprint, is.asymmetric(), is.sealed(), state, is.scan(), is.changes(), is.cipher(), is.dates());
    }

    private static Database database(Instance instance, String name) {
        return instance.database(name).orElseThrow();
    }
}
