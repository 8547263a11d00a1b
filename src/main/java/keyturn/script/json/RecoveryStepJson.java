package keyturn.script.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.LoginName;
import keyturn.domain.ProviderName;
import keyturn.domain.Thumbprint;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyReference;
import keyturn.plan.step.RebuildStep;
import keyturn.plan.step.RecoveryStep;
import keyturn.plan.step.ScratchDatabase;
import keyturn.plan.step.Step;
import keyturn.script.json.Kinds.Kind;

/** The steps that back vault keys up as JSON, and back. */
final class RecoveryStepJson {

    static final Kinds<Step> KINDS = new Kinds<>();

    private static final Kind BACK_UP_KEYS = KINDS.kind("back-up-keys", RecoveryStepJson::backUp);

    private static final Kind RESTORE_KEY = KINDS.kind(
            "restore-key",
            step -> new RecoveryStep.RestoreKey(
                    StepHead.of(step).id(),
                    StepHead.of(step).node(),
                    RecoveryDataJson.vault(step),
                    RecoveryDataJson.copy(step),
                    step.truth("operator"),
                    step.truth("temporary")));
    private static final Kind RECOVER_KEY = KINDS.kind(
            "recover-key",
            step -> new RecoveryStep.RecoverKey(
                    StepHead.of(step).id(),
                    StepHead.of(step).node(),
                    RecoveryDataJson.vault(step),
                    RecoveryDataJson.copy(step),
                    step.truth("operator")));
    private static final Kind REHEARSE_KEY = KINDS.kind(
            "rehearse-key",
            step -> new RecoveryStep.RehearseKey(
                    StepHead.of(step).id(),
                    StepHead.of(step).node(),
                    RecoveryDataJson.vault(step),
                    RecoveryDataJson.copy(step)));
    private static final Kind DELETE_REHEARSED = KINDS.kind(
            "delete-rehearsed",
            step -> new RecoveryStep.DeleteRehearsed(
                    StepHead.of(step).id(),
                    StepHead.of(step).node(),
                    RecoveryDataJson.vault(step),
                    RecoveryDataJson.copy(step),
                    step.has("retention") ? Optional.of(step.text("retention", Duration::parse)) : Optional.empty()));

    private static final Kind RECOVER_VAULT = KINDS.kind(
            "recover-vault",
            step -> new RebuildStep.RecoverVault(
                    StepHead.of(step).id(),
                    StepHead.of(step).node(),
                    RecoveryDataJson.vault(step),
                    step.truth("operator")));
    private static final Kind CREATE_VAULT = KINDS.kind(
            "create-vault",
            step -> new RebuildStep.CreateVault(
                    StepHead.of(step).id(),
                    StepHead.of(step).node(),
                    RecoveryDataJson.vault(step),
                    RecoveryDataJson.home(step),
                    step.truth("operator")));
    private static final Kind GRANT_KEY_RIGHTS = KINDS.kind(
            "grant-key-rights",
            step -> new RebuildStep.GrantKeyRights(
                    StepHead.of(step).id(),
                    StepHead.of(step).node(),
                    RecoveryDataJson.vault(step),
                    RecoveryDataJson.application(step),
                    step.truth("operator")));
    private static final Kind CLEAR_REGISTRY = KINDS.kind(
            "clear-registry",
            step -> new RebuildStep.ClearRegistry(
                    StepHead.of(step).id(), StepHead.of(step).node(), RecoveryDataJson.vault(step)));
    private static final Kind SWAP_CREDENTIAL = KINDS.kind(
            "swap-credential",
            step -> new RebuildStep.SwapCredential(
                    StepHead.of(step).id(),
                    StepHead.of(step).node(),
                    step.text("login", LoginName::new),
                    step.text("from", CredentialName::new),
                    step.text("to", CredentialName::new),
                    step.truth("back")));
    private static final Kind OPEN_IN_SCRATCH = KINDS.kind("open-in-scratch", RecoveryStepJson::open);
    private static final Kind DROP_SCRATCH = KINDS.kind(
            "drop-scratch",
            step -> new RebuildStep.DropScratch(
                    StepHead.of(step).id(), StepHead.of(step).node(), scratch(step)));
    private static final Kind POINT_CREDENTIAL = KINDS.kind("point-credential", RecoveryStepJson::point);

    private RecoveryStepJson() {}

    static ObjectNode write(StepHead.Written head, RecoveryStep step) {
        return switch (step) {
            case RecoveryStep.BackUpKeys backUp ->
                RecoveryDataJson.write(head.as(BACK_UP_KEYS), backUp.order()).put("operator", backUp.operator());
            case RecoveryStep.RestoreKey restore ->
                RecoveryDataJson.write(head.as(RESTORE_KEY), restore.vault(), restore.copy())
                        .put("operator", restore.operator())
                        .put("temporary", restore.temporary());
            case RecoveryStep.RecoverKey recover ->
                RecoveryDataJson.write(head.as(RECOVER_KEY), recover.vault(), recover.copy())
                        .put("operator", recover.operator());
            case RecoveryStep.RehearseKey rehearse ->
                RecoveryDataJson.write(head.as(REHEARSE_KEY), rehearse.vault(), rehearse.copy());
            case RecoveryStep.DeleteRehearsed delete ->
                retention(
                        RecoveryDataJson.write(head.as(DELETE_REHEARSED), delete.vault(), delete.copy()),
                        delete.retention());
            case RebuildStep rebuild -> rebuild(head, rebuild);
        };
    }

    private static ObjectNode retention(ObjectNode written, Optional<Duration> retention) {
        retention.ifPresent(time -> written.put("retention", time.toString()));
        return written;
    }

    private static ObjectNode rebuild(StepHead.Written head, RebuildStep step) {
        return switch (step) {
            case RebuildStep.RecoverVault recover ->
                head.as(RECOVER_VAULT).put("vault", recover.vault().uri()).put("operator", recover.operator());
            case RebuildStep.CreateVault create ->
                RecoveryDataJson.write(
                                head.as(CREATE_VAULT)
                                        .put("vault", create.vault().uri()),
                                create.home())
                        .put("operator", create.operator());
            case RebuildStep.GrantKeyRights grant ->
                RecoveryDataJson.write(
                                head.as(GRANT_KEY_RIGHTS)
                                        .put("vault", grant.vault().uri()),
                                grant.application())
                        .put("operator", grant.operator());
            case RebuildStep.ClearRegistry clear ->
                head.as(CLEAR_REGISTRY).put("vault", clear.vault().uri());
            case RebuildStep.SwapCredential swap ->
                head.as(SWAP_CREDENTIAL)
                        .put("login", swap.login().value())
                        .put("from", swap.from().value())
                        .put("to", swap.to().value())
                        .put("back", swap.back());
            case RebuildStep.OpenInScratch open -> open(head, open);
            case RebuildStep.DropScratch drop -> scratch(head.as(DROP_SCRATCH), drop.scratch());
            case RebuildStep.PointCredential point -> point(head, point);
        };
    }

    private static ObjectNode open(StepHead.Written head, RebuildStep.OpenInScratch open) {
        return scratch(head.as(OPEN_IN_SCRATCH), open.scratch())
                .put("key", open.key().value())
                .put("thumbprint", open.thumbprint().hex())
                .put("provider", open.provider().value())
                .put("vaultKey", open.vaultKey().toString());
    }

    private static ObjectNode point(StepHead.Written head, RebuildStep.PointCredential point) {
        return head.as(POINT_CREDENTIAL)
                .put("credential", point.credential().value())
                .put("from", point.from())
                .put("to", point.to())
                .put("application", point.application().value())
                .put("provider", point.provider().value())
                .put("back", point.back());
    }

    private static ObjectNode scratch(ObjectNode written, ScratchDatabase scratch) {
        return written.put("scratch", scratch.name())
                .put("since", scratch.since().toString());
    }

    private static ScratchDatabase scratch(Fields step) {
        return step.text("scratch", name -> new ScratchDatabase(name, step.text("since", LocalDateTime::parse)));
    }

    private static Step open(Fields step) {
        return new RebuildStep.OpenInScratch(
                StepHead.of(step).id(),
                StepHead.of(step).node(),
                scratch(step),
                step.text("key", AsymmetricKeyName::new),
                step.text("thumbprint", Thumbprint::new),
                step.text("provider", ProviderName::new),
                step.text("vaultKey", KeyReference::parse));
    }

    private static Step point(Fields step) {
        return new RebuildStep.PointCredential(
                StepHead.of(step).id(),
                StepHead.of(step).node(),
                step.text("credential", CredentialName::new),
                step.text("from"),
                step.text("to"),
                step.text("application", ClientId::new),
                step.text("provider", ProviderName::new),
                step.truth("back"));
    }

    private static Step backUp(Fields step) {
        StepHead head = StepHead.of(step);
        return new RecoveryStep.BackUpKeys(
                head.id(), head.node(), RecoveryDataJson.order(step), step.truth("operator"));
    }
}
