package keyturn.cli.page;

import java.util.List;
import keyturn.cli.page.Paint.Ink;
import keyturn.domain.Message;
import keyturn.plan.forecast.DatabaseForecast;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.forecast.RestartAnswer;
import keyturn.plan.words.ForecastWords;

/** Whether a restart would succeed, for people. */
public final class ForecastPage {

    /** More databases than these are counted; their answers stand in the JSON. */
    private static final int SHOWN = 50;

    private final TerminalPage page;
    private final Forecast forecast;

    public ForecastPage(TerminalPage page, Forecast forecast) {
        this.page = page;
        this.forecast = forecast;
    }

    /** The answer for the server with its reasons, and what will be due. */
    public void print() {
        page.heading(Message.of("cli.forecast"));
        page.hanging(
                ink(forecast.server()), 2, 2, ForecastWords.headline(forecast).text());
        reasons(forecast.server(), 4);
        forecast.warnings()
                .forEach(soon ->
                        page.hanging(Ink.CARE, 2, 2, ForecastWords.of(soon).text()));
    }

    /** The same, and each database with its own reasons. */
    public void whole() {
        print();
        if (!forecast.databases().isEmpty()) {
            page.heading(
                    Message.of("cli.forecast.databases", forecast.databases().size()));
            forecast.databases().stream().limit(SHOWN).forEach(this::database);
        }
        if (forecast.databases().size() > SHOWN) {
            page.text(
                    Ink.QUIET,
                    2,
                    TerminalPage.say("cli.forecast.more", forecast.databases().size() - SHOWN));
        }
    }

    private void database(DatabaseForecast one) {
        String word = TerminalPage.say("cli.forecast." + one.answer().word());
        page.hanging(ink(one.answer()), 2, 2, TerminalPage.say("cli.forecast.database", one.database(), word));
        reasons(one.answer(), 4);
    }

    private void reasons(RestartAnswer answer, int indent) {
        List<Message> reasons = ForecastWords.reasons(answer);
        Ink ink = answer instanceof RestartAnswer.Opens ? Ink.QUIET : Ink.PLAIN;
        reasons.stream().limit(SHOWN).forEach(reason -> page.hanging(ink, indent, 2, reason.text()));
        if (reasons.size() > SHOWN) {
            page.text(Ink.QUIET, indent, TerminalPage.say("cli.forecast.more", reasons.size() - SHOWN));
        }
    }

    private static Ink ink(RestartAnswer answer) {
        return switch (answer) {
            case RestartAnswer.Opens opens -> Ink.GOOD;
            case RestartAnswer.Fails fails -> Ink.BAD;
            case RestartAnswer.Uncertain uncertain -> Ink.CARE;
        };
    }
}
