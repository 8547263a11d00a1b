package keyturn.plan.next;

import java.util.stream.Stream;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.flow.Flow;
import keyturn.plan.next.NextJob.Urgency;
import keyturn.plan.next.NextJob.Way;
import keyturn.plan.triage.VaultTriage;
import keyturn.plan.triage.VaultTrouble;

/** What to do about vaults that cannot be used, before anything is restarted. */
final class VaultJobs {

    private VaultJobs() {}

    static Stream<NextJob> of(Inspection seen) {
        VaultTriage triage = VaultTriage.of(seen);
        Stream<NextJob> wait = triage.isToWait()
                ? Stream.of(new NextJob(
                        Urgency.FIRST, NextJobs.say("vault.wait"), NextJobs.say("vault.wait.why"), new Way.ByHand()))
                : Stream.empty();
        Stream<NextJob> each = triage.troubled().stream()
                .filter(vault -> !isSecretOver(seen, vault))
                .map(vault -> new NextJob(Urgency.FIRST, vault.words(), vault.next(), way(triage, vault)));
        return Stream.concat(wait, each);
    }

    /** Nothing is started while one waits, or where nothing is gone. */
    private static Way way(VaultTriage triage, VaultTriage.OfVault vault) {
        return triage.isToWait() ? new Way.ByHand() : way(vault.trouble());
    }

    private static Way way(VaultTrouble trouble) {
        return switch (trouble) {
            case SOFT_DELETED, NAME -> NextJobs.start(Flow::bringsVaultBack);
            case KEY_GONE -> NextJobs.start(Flow::bringsKeysBack);
            case NONE, SERVICE, BUSY, NETWORK, FIREWALL, RIGHTS, SIGN_IN, OTHER -> new Way.ByHand();
        };
    }

    /** That a secret has expired is a job of its own. */
    private static boolean isSecretOver(Inspection seen, VaultTriage.OfVault vault) {
        return vault.trouble() == VaultTrouble.SIGN_IN
                && seen.facts().azure().flatMap(AzureSight::expired).isPresent();
    }
}
