package keyturn.plan.triage;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.azure.VaultMatch;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.fact.KeysInUse;
import keyturn.plan.fact.VaultKeys;

/**
 * What is wrong with the vaults of a server. DNS, a firewall, missing rights, a sign-in that fails and a fault of the service are not a
 * lost vault; several vaults that fail together mean that one waits and changes nothing.
 *
 * @param vaults in the order in which they were looked at
 */
public record VaultTriage(List<OfVault> vaults) {

    /** What tells of the place from which one looks, or of the service, rather than of one vault. */
    private static final Set<VaultTrouble> SHARED =
            EnumSet.of(VaultTrouble.SERVICE, VaultTrouble.NETWORK, VaultTrouble.NAME);

    private static final Set<VaultTrouble> LOSS =
            EnumSet.of(VaultTrouble.SOFT_DELETED, VaultTrouble.NAME, VaultTrouble.KEY_GONE);

    /** How the directory's own answers to a sign-in begin: it is there, and waiting mends nothing. */
    private static final String REFUSED = "login.AADSTS";

    public VaultTriage {
        vaults = List.copyOf(vaults);
    }

    /**
     * One vault.
     *
     * @param because what was said, where something was
     */
    public record OfVault(VaultSight vault, VaultTrouble trouble, Optional<Problem> because) {

        public Message words() {
            return trouble.words(vault.address());
        }

        public Message next() {
            return trouble.next(vault.address());
        }
    }

    public static VaultTriage of(Inspection seen) {
        List<VaultSight> vaults = seen.facts().azure().map(AzureSight::vaults).orElse(List.of());
        return new VaultTriage(vaults.stream().map(vault -> of(seen, vault)).toList());
    }

    private static OfVault of(Inspection seen, VaultSight vault) {
        List<Problem> problems = seen.facts().azure().map(AzureSight::problems).orElse(List.of()).stream()
                .filter(problem -> isAbout(problem, vault))
                .toList();
        if (vault.keys().value().isPresent()) {
            VaultTrouble trouble = isKeyGone(seen, vault) ? VaultTrouble.KEY_GONE : VaultTrouble.NONE;
            return new OfVault(vault, trouble, Optional.empty());
        }
        return Stream.of(VaultTrouble.values())
                .flatMap(trouble -> problems.stream()
                        .filter(problem -> trouble(problem.code()) == trouble)
                        .map(problem -> new OfVault(vault, trouble, Optional.of(problem))))
                .findFirst()
                .orElseGet(() -> new OfVault(vault, VaultTrouble.OTHER, Optional.empty()));
    }

    /** A sign-in that fails names no vault. */
    private static boolean isAbout(Problem problem, VaultSight vault) {
        return trouble(problem.code()) == VaultTrouble.SIGN_IN
                || problem.summary().arguments().stream()
                        .anyMatch(argument -> argument.contains(vault.address().name()));
    }

    private static VaultTrouble trouble(String code) {
        if (code.equals("azure.vault-deleted")) {
            return VaultTrouble.SOFT_DELETED;
        }
        if (code.startsWith("login.") || code.startsWith("entra.")) {
            return VaultTrouble.SIGN_IN;
        }
        return code.startsWith("vault.") ? ofVault(code.substring("vault.".length())) : VaultTrouble.OTHER;
    }

    private static VaultTrouble ofVault(String code) {
        if (code.startsWith("403.ForbiddenByFirewall") || code.startsWith("403.ForbiddenByConnection")) {
            return VaultTrouble.FIREWALL;
        }
        if (code.startsWith("403") || code.startsWith("401")) {
            return VaultTrouble.RIGHTS;
        }
        if (code.startsWith("429")) {
            return VaultTrouble.BUSY;
        }
        if (code.startsWith("5")) {
            return VaultTrouble.SERVICE;
        }
        return switch (code) {
            case "dns" -> VaultTrouble.NAME;
            case "connect", "timeout", "broken", "tls", "certificate" -> VaultTrouble.NETWORK;
            default -> VaultTrouble.OTHER;
        };
    }

    /** A credential names this vault, and a key in use is in none of those that were looked at. */
    private static boolean isKeyGone(Inspection seen, VaultSight vault) {
        boolean named = seen.facts().credentials().value().orElse(List.of()).stream()
                .anyMatch(credential -> VaultKeys.address(credential.identity())
                        .filter(vault.address()::equals)
                        .isPresent());
        return named
                && KeysInUse.of(seen.facts()).stream()
                        .anyMatch(key -> VaultMatch.isKnown(key, seen.facts())
                                && VaultMatch.of(key, seen.facts()).isEmpty());
    }

    /** The same without a vault that is not there yet: that it does not answer means nothing. */
    public VaultTriage without(VaultAddress vault) {
        return new VaultTriage(vaults.stream()
                .filter(one -> !one.vault().address().equals(vault))
                .toList());
    }

    /** Those with which something is wrong. */
    public List<OfVault> troubled() {
        return vaults.stream()
                .filter(vault -> vault.trouble() != VaultTrouble.NONE)
                .toList();
    }

    /** Something is wrong with the service or with the way to it: wait, change nothing, restart nothing. */
    public boolean isToWait() {
        long shared = vaults.stream().filter(VaultTriage::isShared).count();
        return isServiceAtFault() || shared > 1;
    }

    /** A vault itself says that something is wrong there, whoever asks from wherever. */
    public boolean isServiceAtFault() {
        return vaults.stream().anyMatch(vault -> vault.trouble() == VaultTrouble.SERVICE);
    }

    /** One sign-in leads to all vaults: that it is refused says nothing of any of them. */
    private static boolean isShared(OfVault vault) {
        boolean unreached = vault.trouble() == VaultTrouble.SIGN_IN
                && vault.because()
                        .filter(problem -> !problem.code().startsWith(REFUSED))
                        .isPresent();
        return SHARED.contains(vault.trouble()) || unreached;
    }

    /** A vault or a key of it seems to be gone: what needs the vault is left alone until it is back. */
    public boolean isLossLikely() {
        return vaults.stream().map(OfVault::trouble).anyMatch(LOSS::contains);
    }

    /** A key may be lost: open databases then run on what they have in memory. */
    public boolean isDangerous() {
        return !troubled().isEmpty();
    }
}
