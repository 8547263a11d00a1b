package keyturn.script;

import java.util.stream.Collectors;
import keyturn.domain.OneLine;
import keyturn.plan.Step;

/** From a step and its act to the PowerShell that does the same. */
final class PowerShellSteps {

    private PowerShellSteps() {}

    /**
     * One verbatim string for each line of the batch; the head's function joins them with LF. So the batch sent is the act
     * byte for byte, whatever line ends the file has.
     */
    static String of(Step step, Act act) {
        String title = OneLine.shown(step.about().title().text());
        return switch (act) {
            case Act.SqlBatch batch ->
                "# Step " + step.id() + ": " + title + "\nInvoke-KeyturnBatch @Server -Query @(\n"
                        + batch.text()
                                .masked()
                                .lines()
                                .map(PowerShellSteps::line)
                                .collect(Collectors.joining("\n"))
                        + "\n)";
        };
    }

    private static String line(String line) {
        return "    " + PowerShell.literal(line);
    }
}
