package keyturn.practice.server.state;

import java.util.UUID;

/** A row of {@code sys.cryptographic_providers}: what is registered, not what is loaded. */
public record Provider(int id, String name, UUID guid, String path, ProductVersion version, boolean enabled) {

    public Provider from(DllFile file, boolean nowEnabled) {
        return new Provider(id, name, guid, file.path(), file.version(), nowEnabled);
    }

    public Provider enabled(boolean now) {
        return new Provider(id, name, guid, path, version, now);
    }
}
