package keyturn.script.powershell;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import keyturn.domain.OneLine;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.plan.words.StepWords;
import keyturn.script.Script;
import keyturn.script.act.Act;
import keyturn.script.act.DirectoryAct;
import keyturn.script.act.HostAct;
import keyturn.script.act.ManagerAct;
import keyturn.script.act.OperatorTask;
import keyturn.script.act.SqlAct;
import keyturn.script.act.VaultAct;

/** From a step and its act to the PowerShell that does the same. */
public final class PowerShellSteps {

    private PowerShellSteps() {}

    /**
     * One verbatim string for each line of the batch; the head's function joins them with LF. So the batch sent is the act
     * byte for byte, whatever line ends the file has.
     */
    public static String of(Step step, Act act) {
        return of(step.id(), step, act);
    }

    /** @param id the number of the step in the script at hand */
    static String of(StepId id, Step step, Act act) {
        String title = OneLine.shown(StepWords.title(step));
        return switch (act) {
            case SqlAct sql ->
                "# Step " + id + ": " + title + "\nInvoke-KeyturnBatch @Server -Query " + array(sql.text());
            case VaultAct vault -> elsewhere(id, title, vault.shown());
            case DirectoryAct directory -> elsewhere(id, title, directory.shown());
            case HostAct host -> elsewhere(id, title, host.shown());
            case ManagerAct manager -> elsewhere(id, title, manager.shown());
            case OperatorTask task -> elsewhere(id, title, task.shown());
        };
    }

    /** By the cmdlets of Az.KeyVault and Az.Resources, signed in with Connect-AzAccount. */
    private static String elsewhere(StepId id, String title, String lines) {
        return "# Step " + id + ": " + title + "\n" + lines;
    }

    /** A batch as an array of its lines. */
    static String array(Script batch) {
        return lines(batch).stream().collect(Collectors.joining("\n    ", "@(\n    ", "\n)"));
    }

    private static List<String> lines(Script batch) {
        List<String> lines = new ArrayList<>();
        List<String> pieces = new ArrayList<>();
        int secrets = 0;
        for (Script.Fragment fragment : batch.fragments()) {
            switch (fragment) {
                case Script.Text text -> {
                    List<String> parts = List.of(text.content().split("\n", -1));
                    pieces.add(PowerShell.literal(parts.getFirst()));
                    for (String next : parts.subList(1, parts.size())) {
                        lines.add(line(pieces));
                        pieces = new ArrayList<>(List.of(PowerShell.literal(next)));
                    }
                }
                case Script.Hidden ignored ->
                    pieces.add("(Get-KeyturnSecret " + PowerShell.literal(Script.secretName(++secrets)) + ")");
                case Script.Slot slot ->
                    pieces.add("(Get-KeyturnSecret " + PowerShell.literal(Script.secretName(slot.number())) + ")");
            }
        }
        lines.add(line(pieces));
        return lines;
    }

    private static String line(List<String> pieces) {
        return pieces.size() == 1 ? pieces.getFirst() : "(" + String.join(" + ", pieces) + ")";
    }
}
