package keyturn.evidence;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import keyturn.evidence.ticket.Change;
import keyturn.plan.Plan;
import keyturn.script.GuardedScripts;
import keyturn.script.Scripts;
import keyturn.script.json.PlanFile;
import keyturn.script.powershell.ScheduledBackup;

/**
 * What goes with a change ticket: the plan, the change in words, guarded scripts there and back, and the sums of all files.
 * Holds no secret and no time but the plan's own, so that the same plan gives the same bytes everywhere.
 *
 * @param files in the order in which they are written
 */
public record Bundle(List<BundleFile> files) {

    public Bundle {
        files = List.copyOf(files);
    }

    /**
     * A file of the bundle.
     *
     * @param name with {@code /} between folder and name
     * @param text whole, written as UTF-8
     */
    public record BundleFile(String name, String text) {}

    /** @param scripts those of this plan */
    public static Bundle of(Plan plan, Scripts scripts) {
        GuardedScripts guarded = GuardedScripts.of(plan, scripts);
        var change = new Change(plan, scripts);
        SortedMap<String, String> files = new TreeMap<>();
        files.put("plan.json", PlanFile.write(plan, scripts));
        files.put("change.md", ChangeText.of(change));
        files.put("change.html", ChangePage.of(change));
        files.put("forward.sql", guarded.forwardSql());
        files.put("forward.ps1", guarded.forwardPowerShell());
        files.put("backout.sql", guarded.backoutSql());
        files.put("backout.ps1", guarded.backoutPowerShell());
        files.put("verify.sql", guarded.verifySql());
        files.put("run-order.txt", RunOrder.of(change, guarded));
        guarded.again().forEach(file -> files.put(file.name(), file.text()));
        guarded.steps().forEach(step -> files.put("steps/" + step.name(), step.text()));
        files.putAll(ScheduledBackup.files(plan));
        files.put(Sums.FILE, Sums.of(files));
        return new Bundle(files.entrySet().stream()
                .map(file -> new BundleFile(file.getKey(), file.getValue()))
                .toList());
    }

    /** The change in words alone, as {@code change.md} has it. */
    public static String changeText(Plan plan, Scripts scripts) {
        return ChangeText.of(new Change(plan, scripts));
    }

    /** One step in the same form. */
    public static String stepText(Scripts.StepScript step) {
        return ChangeText.ofStep(step);
    }
}
