package keyturn.practice.directory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * All tenants.
 *
 * @param spread how long a new secret is refused until every server knows it
 */
public record Directory(List<Tenant> tenants, Duration spread, List<DeviceCode> waiting) {

    public Directory {
        tenants = List.copyOf(tenants);
        waiting = List.copyOf(waiting);
    }

    public Directory(List<Tenant> tenants, Duration spread) {
        this(tenants, spread, List.of());
    }

    /** By id or domain. */
    public Optional<Tenant> tenant(String word) {
        return tenants.stream().filter(t -> t.called(word)).findFirst();
    }

    public Directory with(Tenant changed) {
        return new Directory(
                tenants.stream()
                        .map(t -> t.id().equals(changed.id()) ? changed : t)
                        .toList(),
                spread,
                waiting);
    }

    Directory with(DeviceCode code) {
        List<DeviceCode> more = new ArrayList<>(waiting);
        more.add(code);
        return new Directory(tenants, spread, more);
    }

    Directory without(String deviceCode) {
        return new Directory(
                tenants,
                spread,
                waiting.stream().filter(w -> !w.code().equals(deviceCode)).toList());
    }

    Directory each(Function<DeviceCode, DeviceCode> change) {
        return new Directory(tenants, spread, waiting.stream().map(change).toList());
    }

    /** An id that follows from what it is for, so that a scenario has the same ones each time. */
    public static String id(String what) {
        return UUID.nameUUIDFromBytes(("keyturn practice " + what).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }
}
