package keyturn.plan.flow.backup;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import keyturn.domain.LocalPath;
import keyturn.domain.Message;
import keyturn.domain.NodeName;
import keyturn.domain.azure.BackupOrder;
import keyturn.domain.azure.BackupOrder.OrderedKey;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.azure.VaultSite;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.Direction;
import keyturn.plan.Plan;
import keyturn.plan.PlanOutcome;
import keyturn.plan.check.CallerChecks;
import keyturn.plan.check.Preflight;
import keyturn.plan.fact.Basis;
import keyturn.plan.flow.backup.ChosenKeys.ChosenKey;
import keyturn.plan.step.RecoveryStep;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;

/**
 * Plans a backup of vault keys: a step takes up to {@link #TOGETHER} keys of a vault, so that a run can be stopped between them and
 * tells how far it is. A key with more versions than a vault must back up has a step of its own, since it may be refused.
 */
final class BackupKeysPlanner {

    /** Keys of one step: as many rounds of those that are backed up at the same time. */
    static final int TOGETHER = 6 * BackupOrder.AT_ONCE;

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final BackupKeysSituation situation;
    private final Instant now;
    private final List<Step> steps = new ArrayList<>();

    private BackupKeysPlanner(BackupKeysSituation situation, Instant now) {
        this.situation = situation;
        this.now = now;
    }

    static PlanOutcome plan(Inspection inspection, BackupKeysChoices choices, Instant now) {
        BackupKeysSituation situation = choices.situation(inspection);
        Preflight preflight = preflight(situation);
        return preflight.blocked()
                ? new PlanOutcome.Blocked(preflight.problems())
                : new PlanOutcome.Ready(new BackupKeysPlanner(situation, now).ready());
    }

    static Preflight preflight(BackupKeysSituation situation) {
        return Preflight.of(situation, BackupKeysChecks.findings(situation));
    }

    private Plan ready() {
        byVault().forEach(this::vault);
        return new Plan(
                situation.inspection().identity(),
                now,
                situation.choices(),
                Direction.FORWARD,
                Basis.of(situation),
                steps,
                notices(),
                situation.inspection().facts().around().underway().serverTime());
    }

    private Map<VaultSight, List<ChosenKey>> byVault() {
        Map<VaultSight, List<ChosenKey>> vaults = new LinkedHashMap<>();
        situation
                .chosenKeys()
                .keys()
                .forEach(key -> vaults.computeIfAbsent(key.vault(), vault -> new ArrayList<>())
                        .add(key));
        return vaults;
    }

    private void vault(VaultSight vault, List<ChosenKey> keys) {
        List<ChosenKey> usual = keys.stream().filter(key -> !isLong(key)).toList();
        for (int from = 0; from < usual.size(); from += TOGETHER) {
            add(vault, usual.subList(from, Math.min(from + TOGETHER, usual.size())));
        }
        keys.stream().filter(BackupKeysPlanner::isLong).forEach(key -> add(vault, List.of(key)));
    }

    private static boolean isLong(ChosenKey key) {
        return key.versions() > BackupKeysChecks.MOST_VERSIONS;
    }

    private void add(VaultSight vault, List<ChosenKey> keys) {
        NodeName node = situation.inspection().identity().node();
        var id = new StepId(steps.size() + 1);
        String stamp = STAMP.format(now);
        LocalPath folder = situation.choices().folder();
        var order = new BackupOrder(
                vault.address(),
                VaultSite.of(vault),
                keys.stream()
                        .map(key -> new OrderedKey(key.name(), key.neededBy()))
                        .toList(),
                folder,
                stamp,
                folder.file("keys-" + stamp + "-" + id.number() + ".sha256"));
        steps.add(new RecoveryStep.BackUpKeys(id, node, order, BackupKeysChecks.isRefused(vault)));
    }

    private List<Message> notices() {
        List<Message> notices = new ArrayList<>();
        notices.add(BackupKeysFlow.NAME.words("notice.where"));
        notices.add(BackupKeysFlow.NAME.words("notice.again"));
        notices.addAll(CallerChecks.notices(situation));
        return notices;
    }
}
