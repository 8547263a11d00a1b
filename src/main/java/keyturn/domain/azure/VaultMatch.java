package keyturn.domain.azure;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.azure.VaultSight.Material;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Surroundings.Registration;

/**
 * The vault's key behind a key of master, known by its public half: neither names nor thumbprints tell, as a name may be any
 * and how a connector makes a thumbprint no document says.
 */
public record VaultMatch(VaultSight vault, VaultSight.Key key, VaultSight.Version version) {

    /** Empty: none of the vaults that were looked at shows it, or it cannot be told. */
    public static Optional<VaultMatch> of(AsymmetricKeyName name, Inspection.Facts facts) {
        return half(name, facts)
                .flatMap(half -> candidates(facts)
                        .filter(match -> match.version().material().value().stream()
                                .flatMap(material -> material.modulus().stream())
                                .anyMatch(modulus -> holds(half, modulus)))
                        .findFirst());
    }

    private static Optional<String> half(AsymmetricKeyName name, Inspection.Facts facts) {
        return facts.around().registrations().value().orElse(List.of()).stream()
                .filter(row -> row.key().equals(name))
                .map(Registration::publicKey)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .findFirst();
    }

    /** Whether the server shows the public half of this key, without which it is found in no vault. */
    public static boolean isKnown(AsymmetricKeyName name, Inspection.Facts facts) {
        return half(name, facts).isPresent();
    }

    /** Whether the key of master is one of these, by the public half that the server has of it. */
    public static boolean isOneOf(AsymmetricKeyName name, Inspection.Facts facts, List<BigInteger> moduli) {
        return half(name, facts)
                .filter(half -> moduli.stream().anyMatch(modulus -> holds(half, modulus)))
                .isPresent();
    }

    /** What it is made of. */
    public Fact<Material> material() {
        return version.material();
    }

    private static Stream<VaultMatch> candidates(Inspection.Facts facts) {
        return facts.azure().map(AzureSight::vaults).orElse(List.of()).stream()
                .flatMap(vault -> vault.keys().value().orElse(List.of()).stream()
                        .flatMap(key -> key.versions().value().orElse(List.of()).stream()
                                .map(version -> new VaultMatch(vault, key, version))));
    }

    /** A public key's form differs by who wrote it; the modulus stands in each, in one order of bytes or the other. */
    private static boolean holds(String half, BigInteger modulus) {
        byte[] bytes = modulus.toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        String forward = HexFormat.of().formatHex(bytes, from, bytes.length);
        byte[] turned = new byte[bytes.length - from];
        for (int place = 0; place < turned.length; place++) {
            turned[place] = bytes[bytes.length - 1 - place];
        }
        return half.contains(forward) || half.contains(HexFormat.of().formatHex(turned));
    }
}
