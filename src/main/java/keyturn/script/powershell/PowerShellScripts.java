package keyturn.script.powershell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.plan.Plan;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.DirectoryStep;
import keyturn.plan.step.HostStep;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.plan.step.VaultStep;
import keyturn.plan.words.StepWords;
import keyturn.script.Marked;
import keyturn.script.Script;
import keyturn.script.Scripts;
import keyturn.script.Scripts.StepScript;
import keyturn.script.act.Act;
import keyturn.script.act.DirectoryAct;
import keyturn.script.act.DirectoryActs;
import keyturn.script.act.HostAct;
import keyturn.script.act.ManagerAct;
import keyturn.script.act.OperatorTask;
import keyturn.script.act.RecoveryActs;
import keyturn.script.act.SqlAct;
import keyturn.script.act.VaultAct;
import keyturn.script.act.VaultActs;
import keyturn.script.guard.DoneWords;
import keyturn.script.guard.Guard;
import keyturn.script.guard.PlanGuards;
import keyturn.script.guard.StepGuards;

/** The guarded scripts for PowerShell: the same guards and, inside them, the very text that the PowerShell tab shows. */
public final class PowerShellScripts {

    /** How a look answers what {@link Guard#look} has declared. */
    private static final String ANSWER = "\nSELECT @KeyturnDone AS done, @KeyturnMoved AS moved;";

    private final Plan plan;
    private final Scripts scripts;

    public PowerShellScripts(Plan plan, Scripts scripts) {
        this.plan = plan;
        this.scripts = scripts;
    }

    public String forward() {
        return forward("forward.ps1", Message.of("script.bundle.forward"), false);
    }

    /** Goes on where the other one stopped. */
    public String again() {
        return forward("again.ps1", Message.of("script.bundle.again", "forward.ps1"), true);
    }

    private String forward(String file, Message about, boolean again) {
        List<String> parts = headed(file, about, scripts.head());
        PlanGuards.forward(plan, again).forEach(guard -> parts.add(check(guard)));
        StepGuards guards = StepGuards.of(plan, plan.steps(), again);
        if (VaultStep.created(plan.steps()).findAny().isPresent()) {
            parts.add(PowerShellHead.taken());
        }
        for (int i = 0; i < plan.steps().size(); i++) {
            Step step = plan.steps().get(i);
            StepScript script = scripts.steps().get(i);
            Optional<HostStep> onHost = step.asHost();
            boolean shown = DoneWords.isShown(step, script.act());
            parts.add(
                    onHost.isPresent()
                            ? HostStepScript.of(step.id(), onHost.get(), script, guards.guard(step))
                            : step(step.id(), step, script.powershell(), guards.guard(step), shown));
        }
        return locked(parts);
    }

    public String backout() {
        List<StepScript> undos = scripts.back();
        List<Step> back = undos.stream().map(StepScript::step).toList();
        List<String> parts = headed("backout.ps1", Message.of("script.bundle.backout"), scripts.headBack());
        PlanGuards.backout(plan, back).forEach(guard -> parts.add(check(guard)));
        StepGuards guards = StepGuards.of(plan, back);
        for (int i = 0; i < undos.size(); i++) {
            StepScript undo = undos.get(i);
            StepId id = new StepId(i + 1);
            Optional<HostStep> onHost = undo.step().asHost();
            String act = PowerShellSteps.of(id, undo.step(), undo.act());
            boolean shown = DoneWords.isShown(undo.step(), undo.act());
            parts.add(
                    onHost.isPresent()
                            ? HostStepScript.of(id, onHost.get(), undo, guards.guard(undo.step()))
                            : step(id, undo.step(), act, guards.guard(undo.step()), shown));
        }
        return locked(parts);
    }

    /** The lock goes with the script, however that ends. */
    private static String locked(List<String> parts) {
        parts.add("} finally {\n    Close-KeyturnLock\n}");
        return whole(parts);
    }

    /**
     * One step that is none of SQL Server's, for the operator who does it: it asks no server.
     *
     * @param place of the step in the plan, from 0
     */
    public String step(int place, String file) {
        StepScript step = scripts.steps().get(place);
        List<String> parts = new ArrayList<>();
        parts.add(comments(
                Message.of("script.bundle.title", file, plan.identity().name()),
                Message.of("script.bundle.plan", plan.madeAt(), scripts.digest()),
                Message.of("script.bundle.oneStep", step.id(), scripts.steps().size()),
                Message.of(step.step().asHost().isPresent() ? "script.bundle.onHost" : "script.bundle.inVault", file)));
        parts.add("#Requires -Version 5.1\nparam([hashtable] $Secret = @{})\n$ErrorActionPreference = 'Stop'");
        if (step.act().triesVaultKey()) {
            parts.add(PowerShellHead.secret());
            parts.add(PowerShellHead.vault());
        }
        parts.add(step.powershell());
        last(step.act()).ifPresent(parts::add);
        return whole(parts);
    }

    /** What comes after its lines where the script stands alone: a secret that was made is read there, once. */
    private static Optional<String> last(Act act) {
        return switch (act) {
            case SqlAct sql -> Optional.empty();
            case VaultAct vault -> Optional.empty();
            case DirectoryAct.AddSecret add -> Optional.of(DirectoryActs.shownOnce());
            case DirectoryAct.RemoveSecret remove -> Optional.empty();
            case HostAct host -> Optional.empty();
            case ManagerAct manager -> Optional.empty();
            case OperatorTask task -> Optional.empty();
        };
    }

    private List<String> headed(String file, Message what, String head) {
        List<String> parts = new ArrayList<>();
        parts.add(comments(
                Message.of("script.bundle.title", file, plan.identity().name()),
                Message.of("script.bundle.plan", plan.madeAt(), scripts.digest()),
                what,
                Message.of("script.bundle.powershell", file)));
        parts.add(head);
        parts.add(PowerShellHead.guards());
        parts.add(PowerShellHead.lock(scripts.bounds()));
        if (plan.steps().stream().anyMatch(step -> step.asHost().isPresent())) {
            parts.add(PowerShellHead.host());
        }
        parts.add("try {");
        parts.add("if (-not $WhatIfPreference) {\n    Assert-KeyturnLock\n}");
        return parts;
    }

    private static String check(Guard guard) {
        String moved = PowerShell.literal(Message.of("script.guard.head").text());
        return "Read-KeyturnGuard -Moved " + moved + " -Look " + look(guard) + " | Out-Null";
    }

    /** @param shown SQL Server shows that it was done */
    private static String step(StepId id, Step step, String act, Guard guard, boolean shown) {
        String title = PowerShell.literal(OneLine.shown(StepWords.title(step)));
        String elsewhere =
                elsewhere(step).map(look -> " -Elsewhere { " + look + " }").orElse("");
        String reads = Conduct.of(step).risk() == Conduct.Risk.READS ? " -Reads" : "";
        String unseen = shown
                ? ""
                : " -Unseen "
                        + PowerShell.literal(
                                Message.of("script.guard.unseen", id).text());
        return "Invoke-KeyturnStep -Step " + id + " -Title " + title + reads + unseen + " -Look " + look(guard)
                + elsewhere + " -Act {\n" + act + "\n}";
    }

    /** What shows that a step which is none of SQL Server's is done. */
    private static Optional<String> elsewhere(Step step) {
        return step.asVault()
                .flatMap(inVault -> switch (inVault) {
                    case VaultStep.CreateVaultKey create -> Optional.of(VaultActs.find(create));
                    case VaultStep.BackUpVaultKey backUp -> Optional.of(VaultActs.find(backUp));
                    case VaultStep.TryVaultKey attempt -> Optional.<String>empty();
                })
                .or(() -> step.asRecovery().flatMap(RecoveryActs::find))
                .or(() -> step.asDirectory().flatMap(DirectoryStep::asRemove).map(DirectoryActs::find));
    }

    static String look(Guard guard) {
        return PowerShellSteps.array(Script.of(guard.look() + ANSWER));
    }

    private static String comments(Message... lines) {
        StringBuilder text = new StringBuilder();
        for (Message line : lines) {
            text.append(text.isEmpty() ? "# " : "\n# ").append(OneLine.shown(line.text()));
        }
        return text.toString();
    }

    private static String whole(List<String> parts) {
        return Marked.text(String.join("\n\n", parts) + "\n");
    }
}
