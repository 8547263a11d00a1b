package keyturn.practice.vault;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A key, all of its versions, the newest last.
 *
 * @param removal it is deleted
 * @param turns how old a version grows before the policy of the key wants the next one, such as {@code P18M}; what the range
 *     shows of it is the policy alone: nobody waits that long
 * @param back it is not there again before then, after it was recovered
 */
public record VaultKey(
        String name, List<KeyVersion> versions, Optional<Removal> removal, Instant back, Optional<String> turns) {

    public VaultKey {
        versions = List.copyOf(versions);
    }

    /**
     * How it was deleted.
     *
     * @param settled until then it is being deleted, and is neither here nor there
     * @param purge then it is gone for good
     */
    public record Removal(Instant at, Instant settled, Instant purge) {}

    public static VaultKey of(String name, List<KeyVersion> versions) {
        return new VaultKey(name, versions, Optional.empty(), Instant.MIN, Optional.empty());
    }

    KeyVersion newest() {
        return versions.getLast();
    }

    Optional<KeyVersion> version(String id) {
        return id.isEmpty()
                ? Optional.of(newest())
                : versions.stream().filter(v -> v.id().equalsIgnoreCase(id)).findFirst();
    }

    VaultKey with(KeyVersion version) {
        List<KeyVersion> more = new ArrayList<>(versions);
        more.removeIf(v -> v.id().equals(version.id()));
        int place = versions.stream().map(KeyVersion::id).toList().indexOf(version.id());
        more.add(place < 0 ? more.size() : place, version);
        return new VaultKey(name, more, removal, back, turns);
    }

    public VaultKey removed(Removal how) {
        return new VaultKey(name, versions, Optional.of(how), back, turns);
    }

    VaultKey recovered(Instant from) {
        return new VaultKey(name, versions, Optional.empty(), from, turns);
    }

    public VaultKey turning(Optional<String> after) {
        return new VaultKey(name, versions, removal, back, after);
    }
}
