package keyturn.ui;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import keyturn.domain.Message;
import keyturn.domain.Permission;
import keyturn.domain.Problem;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.AzureSight.ApplicationSeen;
import keyturn.domain.azure.AzureSight.SecretSeen;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyRight;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.azure.VaultSight.Key;
import keyturn.domain.azure.VaultSight.Material;
import keyturn.domain.azure.VaultSight.Version;
import keyturn.domain.inspection.Fact;

/** A vault made of values: the key in use with a newer version, one that is made ready, one that is switched off. */
public final class HandMadeVault {

    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(2047).add(BigInteger.valueOf(2024));
    private static final VaultAddress ADDRESS = VaultAddress.parse("https://contoso-fin.vault.azure.net");

    private HandMadeVault() {}

    /** What SQL Server has of the key that is in use. */
    static String publicHalf() {
        return MODULUS.toString(16);
    }

    /** All that there is, by someone who may make and back up no keys. */
    public static AzureSight seen() {
        return new AzureSight(List.of(vault()), HandMadeFacts.known(application(9, 200)), List.of());
    }

    /** With one secret of the application, which ends in so many days. */
    public static AzureSight secretFor(int days) {
        return new AzureSight(List.of(vault()), HandMadeFacts.known(application(days)), List.of());
    }

    /** No way to the vault, no right in the directory. */
    public static AzureSight unreachable() {
        String place = Message.of("vault.place", "contoso-fin.vault.azure.net").text();
        var why = Message.of("entra.network.dns", place);
        var problem = new Problem(
                "vault.dns",
                why,
                Optional.of("java.net.UnknownHostException: contoso-fin.vault.azure.net"),
                Message.of("entra.network.dns.vault.next"));
        var vault = new VaultSight(
                ADDRESS,
                new Fact.Unknown<>(why),
                new Fact.Unknown<>(why),
                new Fact.Unknown<>(why),
                new Fact.Unknown<>(why),
                new Fact.Unknown<>(why));
        return new AzureSight(
                List.of(vault),
                new Fact.NotPermitted<>(new Permission("Application.Read.All", "directory")),
                List.of(problem));
    }

    private static VaultSight vault() {
        return new VaultSight(
                ADDRESS,
                HandMadeFacts.known("westeurope"),
                HandMadeFacts.known(List.of(
                        key(
                                "tde-key-2024",
                                version("9c1d", 20, MODULUS.add(BigInteger.TWO)),
                                version("3f2a", 390, MODULUS)),
                        key("tde-key-2026", version("77b0", 3, MODULUS.add(BigInteger.TEN))),
                        key("tde-key-2022", off()))),
                HandMadeFacts.known(
                        List.of(new VaultSight.DeletedKey("tde-key-2019", Optional.empty(), Optional.empty()))),
                HandMadeFacts.known(EnumSet.of(KeyRight.GET, KeyRight.LIST, KeyRight.WRAP, KeyRight.UNWRAP)),
                HandMadeFacts.known(new VaultSight.Resource(
                        "/subscriptions/1/vaults/contoso-fin",
                        "1",
                        "2",
                        "westeurope",
                        false,
                        false,
                        true,
                        Duration.ofDays(90),
                        false)));
    }

    private static ApplicationSeen application(int... days) {
        List<SecretSeen> secrets = IntStream.of(days)
                .mapToObj(left -> new SecretSeen(
                        "key-" + left,
                        Optional.of("sql-" + left),
                        Optional.of("abc"),
                        Optional.of(HandMade.NOW.plus(Duration.ofDays(left)))))
                .toList();
        return new ApplicationSeen(
                new ClientId("9a57a2a6-0d3c-4f6b-8f0e-1f7a3a9c0001"), "object", "sql-server-tde", secrets);
    }

    private static Key key(String name, Version... versions) {
        return new Key(
                name,
                false,
                Map.of(),
                HandMadeFacts.known(List.of(versions)),
                HandMadeFacts.known(new VaultSight.RotationPolicy(Optional.empty(), List.of())));
    }

    private static Version version(String start, int days, BigInteger modulus) {
        Instant made = HandMade.NOW.minus(Duration.ofDays(days));
        return new Version(
                start + "0000000000000000000000000000",
                true,
                Optional.of(made),
                Optional.of(made),
                Optional.empty(),
                Optional.of(HandMade.NOW.plus(Duration.ofDays(700L - days))),
                HandMadeFacts.known(new Material("RSA", 2048, Set.of("wrapKey", "unwrapKey"), Optional.of(modulus))));
    }

    private static Version off() {
        return new Version(
                "0badc0de000000000000000000000000",
                false,
                Optional.of(HandMade.NOW.minus(Duration.ofDays(1500))),
                Optional.empty(),
                Optional.empty(),
                Optional.of(HandMade.NOW.minus(Duration.ofDays(40))),
                HandMadeFacts.known(new Material("RSA-HSM", 2048, Set.of(), Optional.empty())));
    }
}
