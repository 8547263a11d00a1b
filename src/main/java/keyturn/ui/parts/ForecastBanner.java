package keyturn.ui.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import keyturn.domain.Message;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.forecast.RestartAnswer;
import keyturn.plan.words.ForecastWords;

/** Whether a restart would succeed, wherever the window speaks of one. */
public final class ForecastBanner {

    /** The rest is counted. */
    private static final int SHOWN = 4;

    private ForecastBanner() {}

    /** A place with the id {@code #forecast-PAGE}, empty while there is no forecast. */
    public static Node place(String page, ObservableValue<Optional<Forecast>> forecast) {
        VBox place = new VBox();
        place.setId("forecast-" + page);
        place.setMinHeight(VBox.USE_PREF_SIZE);
        forecast.subscribe(now -> place.getChildren()
                .setAll(now.map(ForecastBanner::of).map(List::of).orElse(List.of())));
        return Showing.when(forecast.map(Optional::isPresent), place);
    }

    static HBox of(Forecast forecast) {
        return Banner.of(
                tone(forecast.server()), ForecastWords.headline(forecast).text(), lines(forecast));
    }

    /** What was not seen, or why, and what is warned of; a sentence each. */
    public static List<String> lines(Forecast forecast) {
        List<Message> lines = new ArrayList<>(
                switch (forecast.server()) {
                    case RestartAnswer.Opens opens ->
                        opens.notSeen().stream()
                                .limit(SHOWN)
                                .map(ForecastWords::of)
                                .toList();
                    case RestartAnswer.Fails fails -> ForecastWords.shown(fails, SHOWN);
                    case RestartAnswer.Uncertain uncertain -> ForecastWords.shown(uncertain, SHOWN);
                });
        forecast.warnings().forEach(warning -> lines.add(ForecastWords.of(warning)));
        return lines.stream().map(Message::text).toList();
    }

    /** The colour of an answer. */
    public static Tone tone(RestartAnswer answer) {
        return switch (answer) {
            case RestartAnswer.Opens opens -> Tone.FINE;
            case RestartAnswer.Fails fails -> Tone.DANGER;
            case RestartAnswer.Uncertain uncertain -> Tone.ATTENTION;
        };
    }
}
