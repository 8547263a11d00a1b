package keyturn.inspect;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.azure.KeyRight;
import keyturn.domain.azure.VaultDoor;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.inspection.Fact;

/** Looks at one vault: its lists first, then each key's versions, then what the versions are made of. */
final class VaultLook {

    /** Keys and versions beyond these are listed, and not asked about one by one. */
    private static final int MOST_KEYS = 200;

    private static final int MOST_VERSIONS = 500;

    private final AzureReaders doors;
    private final VaultDoor door;
    private final VaultReader vault;
    private final AzureLook.Asking asking;
    private final AtomicInteger asked = new AtomicInteger();

    VaultLook(AzureReaders doors, VaultDoor door, AzureLook.Asking asking) {
        this.doors = doors;
        this.door = door;
        this.vault = doors.vault(door);
        this.asking = asking;
    }

    VaultSight look() {
        var resource = asking.later(this::resource);
        Told<List<VaultReader.Listed>> listed =
                asking.ask(() -> asking.noted(vault.keys())).join();
        var deleted = asking.ask(vault::deletedKeys);
        Fact<List<VaultSight.Key>> keys = keys(listed);
        var seen = resource.join();
        return new VaultSight(
                door.address(), region(), keys, deleted.join().fact("deletedkeys"), seen.rights(), seen.resource());
    }

    private Fact<String> region() {
        return vault.region()
                .<Fact<String>>map(name -> new Fact.Known<>(name, "x-ms-keyvault-region"))
                .orElseGet(() -> new Fact.Unknown<>(Message.of("inspect.azure.noRegion")));
    }

    private record Managed(Fact<VaultSight.Resource> resource, Fact<Set<KeyRight>> rights) {}

    private Managed resource() {
        Optional<ManagementReader> manager = doors.manager();
        if (manager.isEmpty()) {
            Message none = Message.of("inspect.azure.noManager");
            return new Managed(new Fact.Unknown<>(none), new Fact.Unknown<>(none));
        }
        Told<VaultSight.Resource> told =
                asking.ask(() -> asking.noted(manager.get().vault(door))).join();
        Fact<VaultSight.Resource> resource = told.fact("Microsoft.KeyVault/vaults");
        return new Managed(
                resource,
                switch (resource) {
                    case Fact.Known<VaultSight.Resource> known ->
                        asking.ask(() -> manager.get().rights(known.content()))
                                .join()
                                .fact(known.content().roles() ? "role assignments" : "access policies");
                    case Fact.Unknown<VaultSight.Resource> unknown -> new Fact.Unknown<>(unknown.why());
                    case Fact.NotPermitted<VaultSight.Resource> denied -> new Fact.NotPermitted<>(denied.permission());
                });
    }

    private Fact<List<VaultSight.Key>> keys(Told<List<VaultReader.Listed>> listed) {
        return switch (listed) {
            case Told.Answered<List<VaultReader.Listed>> answered -> {
                List<VaultReader.Listed> sorted = answered.content().stream()
                        .sorted(Comparator.comparing(VaultReader.Listed::name))
                        .toList();
                yield new Fact.Known<>(
                        AzureLook.joined(IntStream.range(0, sorted.size())
                                .mapToObj(number -> asking.later(() -> key(sorted.get(number), number < MOST_KEYS)))
                                .toList()),
                        "keys");
            }
            case Told.Forbidden<List<VaultReader.Listed>> forbidden -> new Fact.NotPermitted<>(forbidden.permission());
            case Told.Failed<List<VaultReader.Listed>> failed ->
                new Fact.Unknown<>(failed.problem().summary());
        };
    }

    private VaultSight.Key key(VaultReader.Listed listed, boolean closer) {
        String name = listed.name();
        if (!closer) {
            Message many = Message.of("inspect.azure.manyKeys", MOST_KEYS);
            return new VaultSight.Key(
                    name, listed.ofCertificate(), listed.tags(), new Fact.Unknown<>(many), new Fact.Unknown<>(many));
        }
        var rotation = asking.ask(() -> vault.rotationPolicy(name));
        var versions = asking.ask(() -> vault.versions(name)).join();
        Fact<List<VaultSight.Version>> seen =
                switch (versions) {
                    case Told.Answered<List<VaultSight.Version>> answered ->
                        new Fact.Known<>(materials(name, answered.content()), "versions");
                    case Told.Forbidden<List<VaultSight.Version>> forbidden ->
                        new Fact.NotPermitted<>(forbidden.permission());
                    case Told.Failed<List<VaultSight.Version>> failed ->
                        new Fact.Unknown<>(failed.problem().summary());
                };
        return new VaultSight.Key(
                name,
                listed.ofCertificate(),
                listed.tags(),
                seen,
                rotation.join().fact("rotationpolicy"));
    }

    /** The newest first; of two of one second the order is that of their ids, so that it is the same each time. */
    private List<VaultSight.Version> materials(String key, List<VaultSight.Version> versions) {
        Comparator<VaultSight.Version> oldestFirst = Comparator.comparing(
                        (VaultSight.Version version) -> version.created().orElse(Instant.MIN))
                .thenComparing(VaultSight.Version::id);
        List<CompletableFuture<VaultSight.Version>> whole = versions.stream()
                .sorted(oldestFirst.reversed())
                .map(version -> asking.ask(() -> material(key, version.id()))
                        .thenApply(told -> with(version, told.fact("keys/get"))))
                .toList();
        return AzureLook.joined(whole);
    }

    private Told<VaultSight.Material> material(String key, String version) {
        return asked.incrementAndGet() > MOST_VERSIONS
                ? new Told.Failed<>(new Problem(
                        "azure.many-versions",
                        Message.of("inspect.azure.manyVersions", MOST_VERSIONS),
                        Optional.empty(),
                        Message.of("inspect.azure.manyVersions.next")))
                : vault.material(key, version);
    }

    private static VaultSight.Version with(VaultSight.Version version, Fact<VaultSight.Material> material) {
        return new VaultSight.Version(
                version.id(),
                version.enabled(),
                version.created(),
                version.updated(),
                version.notBefore(),
                version.expires(),
                material);
    }
}
