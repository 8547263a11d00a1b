package keyturn.ui.home;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import keyturn.domain.Message;
import keyturn.plan.forecast.DatabaseForecast;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.forecast.RestartAnswer;
import keyturn.plan.words.ForecastWords;
import keyturn.ui.parts.Banner;
import keyturn.ui.parts.ForecastBanner;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Tag;
import keyturn.ui.parts.Words;
import keyturn.ui.parts.explain.VaultConnect;
import keyturn.ui.parts.table.FittedTable;
import keyturn.ui.parts.table.SearchedTable;

/** Whether a restart would succeed, in a few lines; why, database by database, on demand. */
final class ForecastPart {

    /** Reasons in the banner; the table has them all. */
    private static final int SHOWN = 2;

    private final VBox banner = new VBox();
    private final ToggleButton why = new ToggleButton(Words.of("home.why"));
    private final SearchedTable<DatabaseForecast> table;

    ForecastPart() {
        banner.setId("forecast-inspect");
        banner.setMinHeight(Region.USE_PREF_SIZE);
        why.setId("forecast-why");
        why.getStyleClass().add("small");
        why.setMnemonicParsing(true);
        why.setMinWidth(Region.USE_PREF_SIZE);
        why.setAccessibleText(Words.of("home.why").replace("_", ""));
        List<TableColumn<DatabaseForecast, ?>> columns = List.of(
                FittedTable.text(
                        Words.of("home.column.database"),
                        160,
                        one -> one.database().value()),
                FittedTable.tags(Words.of("home.column.opens"), 110, one -> tag(one.answer())),
                FittedTable.text(Words.of("home.column.why"), 560, ForecastPart::reasons));
        table = new SearchedTable<>(
                FittedTable.of("forecast-databases", Words.of("home.why.table"), Words.of("home.why.none"), columns));
        Showing.when(why.selectedProperty(), table.node());
    }

    Node node() {
        return new VBox(8, banner, table.node());
    }

    /** @param vault whether a vault was looked at */
    void show(Forecast forecast, boolean vault) {
        List<String> lines = new ArrayList<>(reasons(forecast.server()).stream()
                .limit(SHOWN)
                .map(Message::text)
                .toList());
        forecast.warnings()
                .forEach(warning -> lines.add(ForecastWords.of(warning).text()));
        VBox both = new VBox(8, VaultConnect.button("vault-connect-first"));
        both.setAlignment(Pos.CENTER_RIGHT);
        if (!vault) {
            both.getChildren().addFirst(why);
        }
        banner.getChildren()
                .setAll(Banner.of(
                        ForecastBanner.tone(forecast.server()),
                        ForecastWords.headline(forecast).text(),
                        lines,
                        vault ? why : both));
        table.show(forecast.databases());
    }

    /** Of a yes, what it rests on and what nobody looked at stands in the table. */
    private static List<Message> reasons(RestartAnswer answer) {
        return switch (answer) {
            case RestartAnswer.Opens opens -> List.of();
            case RestartAnswer.Fails fails ->
                fails.causes().stream()
                        .flatMap(cause -> List.of(ForecastWords.of(cause), ForecastWords.next(cause)).stream())
                        .toList();
            case RestartAnswer.Uncertain uncertain -> ForecastWords.reasons(uncertain);
        };
    }

    /** Of a yes, what the engine did itself stands first. */
    private static String reasons(DatabaseForecast one) {
        Stream<Message> reasons =
                switch (one.answer()) {
                    case RestartAnswer.Opens opens ->
                        opens.evidence().stream()
                                .sorted(Comparator.comparing(
                                        evidence -> evidence.used().isEmpty()))
                                .map(ForecastWords::of);
                    case RestartAnswer.Fails fails -> ForecastWords.reasons(fails).stream();
                    case RestartAnswer.Uncertain uncertain -> ForecastWords.reasons(uncertain).stream();
                };
        return reasons.map(Message::text).collect(Collectors.joining(" "));
    }

    private static Tag tag(RestartAnswer answer) {
        return new Tag(ForecastBanner.tone(answer), Words.of("home.opens." + answer.word()));
    }
}
