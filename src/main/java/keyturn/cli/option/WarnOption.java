package keyturn.cli.option;

import java.time.DateTimeException;
import java.time.Period;
import java.util.Optional;
import keyturn.cli.Ended;
import keyturn.plan.forecast.Outlook;
import picocli.CommandLine.Option;

/** How long before they expire secrets and vault keys are told. */
public final class WarnOption {

    @Option(names = "--warn", paramLabel = "P60D", descriptionKey = "help.forecast.warn")
    Optional<String> warn = Optional.empty();

    /** @throws Ended as wrong usage for what is no such time */
    public Period warning() throws Ended {
        if (warn.isEmpty()) {
            return Outlook.USUAL_WARNING;
        }
        try {
            Period time = Period.parse(warn.get().strip());
            if (Outlook.isWarning(time)) {
                return time;
            }
        } catch (DateTimeException unreadable) {
            throw Ended.usage("forecast.warn");
        }
        throw Ended.usage("forecast.warn");
    }
}
