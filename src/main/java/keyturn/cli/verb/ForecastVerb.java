package keyturn.cli.verb;

import java.util.Set;
import keyturn.cli.Doors;
import keyturn.cli.Ended;
import keyturn.cli.Exit;
import keyturn.cli.FirstLook;
import keyturn.cli.Place;
import keyturn.cli.Terminal;
import keyturn.cli.option.TargetOptions;
import keyturn.cli.option.WarnOption;
import keyturn.cli.page.ForecastPage;
import keyturn.cli.page.InspectionPage;
import keyturn.domain.Message;
import keyturn.domain.inspection.Inspection;
import keyturn.evidence.InspectionJson;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.forecast.Outlook;
import keyturn.plan.forecast.RestartAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code keyturn forecast TARGET [--json]}: would a restart succeed now? Reads only. */
@Command(name = "forecast")
public final class ForecastVerb extends Verb {

    private final Doors doors;

    @Mixin
    TargetOptions target = new TargetOptions();

    @Option(names = "--json", descriptionKey = "help.forecast.json")
    boolean json;

    @Mixin
    WarnOption warn = new WarnOption();

    public ForecastVerb(Doors doors, Terminal terminal) {
        super(terminal);
        this.doors = doors;
    }

    @Override
    Exit perform() throws Ended {
        Outlook outlook = new Outlook(Set.of(), warn.warning());
        try (Place place = target.open(doors, terminal())) {
            Inspection seen = FirstLook.at(place.target(), doors);
            Forecast forecast = Forecast.of(seen, outlook);
            if (json) {
                InspectionJson.write(seen, forecast).lines().forEach(terminal().out()::println);
            } else {
                terminal()
                        .page()
                        .title(
                                Message.of(
                                        "cli.forecast.title",
                                        seen.identity().name(),
                                        InspectionPage.time(seen.takenAt())),
                                seen.identity().practice());
                new ForecastPage(terminal().page(), forecast).whole();
            }
            return exit(forecast.server());
        }
    }

    private static Exit exit(RestartAnswer answer) {
        return switch (answer) {
            case RestartAnswer.Opens opens -> Exit.DONE;
            case RestartAnswer.Fails fails -> Exit.STOPPED;
            case RestartAnswer.Uncertain uncertain -> Exit.BLOCKED;
        };
    }
}
