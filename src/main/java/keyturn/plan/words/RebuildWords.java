package keyturn.plan.words;

import keyturn.domain.azure.KeyRole;
import keyturn.plan.step.RebuildStep;

/** The sentences of the steps that bring a vault back, and of those by which SQL Server shows that it can use the keys there. */
final class RebuildWords {

    private RebuildWords() {}

    static StepWords of(RebuildStep step) {
        return switch (step) {
            case RebuildStep.RecoverVault recover ->
                StepWords.of(
                        recover.operator() ? "operatorRecoverVault" : "recoverVault", "recoverVault", recover.vault());
            case RebuildStep.CreateVault create -> create(create);
            case RebuildStep.GrantKeyRights grant -> grant(grant);
            case RebuildStep.ClearRegistry clear -> StepWords.of("clearRegistry", "registry", clear.vault());
            case RebuildStep.SwapCredential swap -> swap(swap);
            case RebuildStep.OpenInScratch open -> open(open);
            case RebuildStep.DropScratch drop ->
                StepWords.of("dropScratch", "openKey", drop.scratch().name());
            case RebuildStep.PointCredential point -> point(point);
        };
    }

    private static StepWords create(RebuildStep.CreateVault create) {
        return StepWords.of(
                create.operator() ? "operatorCreateVault" : "createVault",
                "createVault",
                create.vault(),
                create.home().subscription(),
                create.home().group(),
                create.home().region(),
                create.home().premium() ? "Premium" : "Standard");
    }

    private static StepWords swap(RebuildStep.SwapCredential swap) {
        String kind = swap.back() ? "swapBack" : "swapCredential";
        return StepWords.of(kind, "swapCredential", swap.login(), swap.from(), swap.to());
    }

    private static StepWords open(RebuildStep.OpenInScratch open) {
        String scratch = open.scratch().name();
        return StepWords.of("openInScratch", "openKey", open.vaultKey(), open.key(), open.thumbprint(), scratch);
    }

    private static StepWords point(RebuildStep.PointCredential point) {
        String kind = point.back() ? "pointCredentialBack" : "pointCredential";
        return StepWords.of(kind, "replaceSecret", point.credential(), point.from(), point.to(), point.application());
    }

    private static StepWords grant(RebuildStep.GrantKeyRights grant) {
        String who = grant.application().isPresent() ? "grantEngine" : "grantRestorer";
        return StepWords.of(
                grant.operator() ? "operatorG" + who.substring(1) : who,
                "grantRights",
                grant.vault(),
                grant.application().map(client -> client.value()).orElse(""),
                KeyRole.of(grant.application().isPresent()).title());
    }
}
