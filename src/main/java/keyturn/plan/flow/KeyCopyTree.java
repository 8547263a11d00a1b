package keyturn.plan.flow;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import keyturn.domain.DatabaseName;
import keyturn.domain.LocalPath;
import keyturn.domain.azure.KeyCopy;
import keyturn.domain.azure.KeyManifest;
import keyturn.domain.azure.KeyManifest.KeptVersion;
import keyturn.domain.azure.KeyManifest.PublicHalf;
import keyturn.domain.azure.KeyName;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.azure.VaultSite;

/** A backup to restore as a tree, and back. */
public final class KeyCopyTree {

    private static final int HEX = 16;

    private KeyCopyTree() {}

    public static ChoiceTree of(KeyCopy copy) {
        KeyManifest manifest = copy.manifest();
        return ChoiceTree.empty()
                .with("backup", copy.file().value())
                .with("vault", manifest.vault().uri())
                .with("name", manifest.name().value())
                .with("subscription", manifest.site().subscription())
                .with("region", manifest.site().region())
                .with("takenAt", manifest.takenAt().toString())
                .with("file", manifest.file())
                .with("bytes", String.valueOf(manifest.bytes()))
                .with("sha256", manifest.sha256())
                .with(
                        "neededBy",
                        new ChoiceTree.Texts(manifest.neededBy().stream()
                                .map(DatabaseName::value)
                                .toList()))
                .with(
                        "versions",
                        new ChoiceTree.Trees(manifest.versions().stream()
                                .map(KeyCopyTree::of)
                                .toList()));
    }

    private static ChoiceTree of(KeptVersion version) {
        return ChoiceTree.empty()
                .with("id", version.id())
                .with("enabled", String.valueOf(version.enabled()))
                .with("created", version.created().map(Instant::toString))
                .with("updated", version.updated().map(Instant::toString))
                .with("type", version.type())
                .with("modulus", version.half().map(half -> half.modulus().toString(HEX)))
                .with("exponent", version.half().map(half -> half.exponent().toString(HEX)));
    }

    /** @throws ChoiceTree.Malformed where it is not one that {@link #of} makes */
    public static KeyCopy read(ChoiceTree tree) {
        return new KeyCopy(
                tree.text("backup", LocalPath::new),
                new KeyManifest(
                        tree.text("vault", VaultAddress::parse),
                        tree.text("name", KeyName::new),
                        new VaultSite(
                                tree.optional("subscription", Function.identity()),
                                tree.optional("region", Function.identity())),
                        tree.text("takenAt", Instant::parse),
                        tree.text("file", Function.identity()),
                        tree.text("bytes", Long::parseLong),
                        tree.text("sha256", Function.identity()),
                        tree.texts("neededBy", DatabaseName::new),
                        tree.trees("versions", KeyCopyTree::version)));
    }

    private static KeptVersion version(ChoiceTree tree) {
        Optional<BigInteger> modulus = tree.optional("modulus", KeyCopyTree::number);
        return new KeptVersion(
                tree.text("id", Function.identity()),
                tree.text("enabled", Boolean::parseBoolean),
                tree.optional("created", Instant::parse),
                tree.optional("updated", Instant::parse),
                tree.text("type", Function.identity()),
                modulus.map(number -> new PublicHalf(number, tree.text("exponent", KeyCopyTree::number))));
    }

    private static BigInteger number(String text) {
        return new BigInteger(text, HEX);
    }
}
