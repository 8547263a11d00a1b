package keyturn.domain.azure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import keyturn.domain.InvalidValue;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.domain.Rules;

/**
 * Where a key store is reached.
 *
 * @param name 3 to 24 letters, digits and hyphens, a letter first, letter or digit last, no two hyphens together (document:
 *     about keys, secrets and certificates, object identifiers); kept in lower case, as DNS has it
 */
public record VaultAddress(String name, Store store, Cloud cloud) {

    private static final Pattern NAME = Pattern.compile("(?=.{3,24}$)[a-z](?:-?[a-z0-9])*");

    /** What kind of store. */
    public enum Store {
        VAULT,
        MANAGED_HSM
    }

    public VaultAddress {
        name = name.toLowerCase(Locale.ROOT);
        if (!NAME.matcher(name).matches()) {
            throw broken("name", name);
        }
        if (suffix(store, cloud).isEmpty()) {
            throw broken("store", cloud.name());
        }
    }

    /** Reads {@code https://NAME.SUFFIX/}, with or without scheme and slash; the suffix tells store and cloud. */
    public static VaultAddress parse(String text) {
        String host = text.strip().toLowerCase(Locale.ROOT);
        host = host.startsWith("https://") ? host.substring("https://".length()) : host;
        host = host.endsWith("/") ? host.substring(0, host.length() - 1) : host;
        int dot = host.indexOf('.');
        if (dot < 0) {
            throw broken("suffix", host);
        }
        String name = host.substring(0, dot);
        String suffix = host.substring(dot + 1);
        return all().filter(kind -> suffix(kind.store(), kind.cloud()).equals(Optional.of(suffix)))
                .findFirst()
                .map(kind -> new VaultAddress(name, kind.store(), kind.cloud()))
                .orElseThrow(() -> broken("suffix", suffix));
    }

    /** Name and suffix: what a credential's identity or name holds outside the public cloud. */
    public String host() {
        return name + "." + suffix(store, cloud).orElseThrow();
    }

    /** {@code https://} and the host, no slash at the end. */
    public String uri() {
        return "https://" + host();
    }

    /** What a token for it is asked for: {@code https://vault.azure.net}, whatever the vault's name. */
    public String resource() {
        return "https://" + suffix(store, cloud).orElseThrow();
    }

    @Override
    public String toString() {
        return uri();
    }

    private record Kind(Store store, Cloud cloud) {}

    private static Stream<Kind> all() {
        return Arrays.stream(Cloud.values())
                .flatMap(cloud -> Arrays.stream(Store.values()).map(store -> new Kind(store, cloud)));
    }

    private static Optional<String> suffix(Store store, Cloud cloud) {
        return switch (store) {
            case VAULT -> Optional.of(cloud.vaultSuffix());
            case MANAGED_HSM -> cloud.managedHsmSuffix();
        };
    }

    private static InvalidValue broken(String rule, String value) {
        return Rules.broken(
                "vault-address." + rule,
                Message.of("domain.vault." + rule, OneLine.shown(value)),
                Message.of("domain.vault.next"));
    }
}
