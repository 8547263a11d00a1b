package keyturn.plan.build;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import keyturn.domain.InvalidValue;
import keyturn.domain.Thumbprint;
import keyturn.domain.azure.KeyName;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.host.HostSight;
import keyturn.domain.inspection.Inspection;

/**
 * The vault key that a thumbprint stands for, as the connector wrote it into the registry of the host when it opened the key.
 *
 * @param version empty: the entry names none
 */
public record UriOnHost(VaultAddress vault, String name, Optional<String> version) {

    /** {@code https://VAULT/keys/NAME/VERSION}, perhaps with a port. */
    private static final Pattern FORM = Pattern.compile(
            "https://([^/:]+)(?::[0-9]+)?/keys/([^/]+)(?:/([0-9a-f]{32}))?/?", Pattern.CASE_INSENSITIVE);

    /** Empty: the host was not read, or its registry does not have the thumbprint. */
    public static Optional<UriOnHost> of(Thumbprint thumbprint, Inspection seen) {
        return SeenOnHost.in(seen).flatMap(HostSight::registry).map(HostSight.Registry::uris).orElse(List.of()).stream()
                .filter(one -> isOf(one, thumbprint))
                .flatMap(one -> read(one.uri()).stream())
                .findFirst();
    }

    private static boolean isOf(HostSight.KeyUri one, Thumbprint thumbprint) {
        String written = one.thumbprint().toUpperCase(Locale.ROOT);
        return written.equals(thumbprint.hex()) || written.equals("0X" + thumbprint.hex());
    }

    private static Optional<UriOnHost> read(String uri) {
        Matcher parts = FORM.matcher(uri.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new UriOnHost(
                    VaultAddress.parse(parts.group(1)), parts.group(2), Optional.ofNullable(parts.group(3))));
        } catch (InvalidValue noVault) {
            return Optional.empty();
        }
    }

    /** Vaults do not tell case apart. */
    public boolean isNamed(VaultAddress where, String key) {
        return vault.equals(where) && name.equalsIgnoreCase(key);
    }

    /** As a statement names the key. Empty: no connector can use such a name. */
    public Optional<KeyReference> reference() {
        try {
            return Optional.of(new KeyReference(new KeyName(name), version));
        } catch (InvalidValue notOfAConnector) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return vault.uri() + "/keys/" + name + version.map(id -> "/" + id).orElse("");
    }
}
