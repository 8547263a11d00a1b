package keyturn.cli.page;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import keyturn.cli.page.Paint.Ink;
import keyturn.domain.Message;
import keyturn.plan.forecast.DatabaseForecast;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.forecast.RestartAnswer;
import keyturn.plan.words.ForecastWords;

/** Whether a restart would succeed, for people. */
public final class ForecastPage {

    /** More names or reasons than these are counted; all of them stand in the JSON. */
    private static final int SHOWN = 50;

    private static final List<Ink> WORST_FIRST = List.of(Ink.BAD, Ink.CARE, Ink.GOOD);

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

    /** The same, and the databases: those with the same answer for the same reasons together, what fails first. */
    public void whole() {
        print();
        if (!forecast.databases().isEmpty()) {
            page.heading(
                    Message.of("cli.forecast.databases", forecast.databases().size()));
            groups().forEach(this::group);
        }
    }

    private List<List<DatabaseForecast>> groups() {
        Map<Message, Long> counts = forecast.databases().stream()
                .flatMap(one -> ForecastWords.reasons(one.answer()).stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Map<List<Object>, List<DatabaseForecast>> groups = forecast.databases().stream()
                .collect(Collectors.groupingBy(
                        one -> List.of(one.answer().word(), shared(one, counts)),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return groups.values().stream()
                .sorted(Comparator.comparingInt(
                        group -> WORST_FIRST.indexOf(ink(group.getFirst().answer()))))
                .toList();
    }

    /** The reasons that are not one database's own. */
    private static List<Message> shared(DatabaseForecast one, Map<Message, Long> counts) {
        return ForecastWords.reasons(one.answer()).stream()
                .filter(reason -> counts.getOrDefault(reason, 0L) > 1)
                .toList();
    }

    private void group(List<DatabaseForecast> group) {
        RestartAnswer answer = group.getFirst().answer();
        String names = group.stream()
                .limit(SHOWN)
                .map(one -> one.database().toString())
                .collect(Collectors.joining(", "));
        String word = TerminalPage.say("cli.forecast." + answer.word());
        page.hanging(ink(answer), 2, 2, TerminalPage.say("cli.forecast.database", names, word));
        if (group.size() > SHOWN) {
            page.text(Ink.QUIET, 4, TerminalPage.say("cli.forecast.more", group.size() - SHOWN));
        }
        List<Message> reasons = group.stream()
                .flatMap(one -> ForecastWords.reasons(one.answer()).stream())
                .distinct()
                .toList();
        said(reasons, ink(answer), 4);
    }

    private void reasons(RestartAnswer answer, int indent) {
        said(ForecastWords.reasons(answer), ink(answer), indent);
    }

    private void said(List<Message> reasons, Ink answer, int indent) {
        Ink ink = answer == Ink.GOOD ? Ink.QUIET : Ink.PLAIN;
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
