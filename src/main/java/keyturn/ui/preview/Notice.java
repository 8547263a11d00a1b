package keyturn.ui.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.plan.Plan;
import keyturn.plan.check.Finding;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.words.ForecastWords;
import keyturn.ui.parts.Brief;
import keyturn.ui.parts.ForecastBanner;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;

/**
 * What must be read before approval, in one line.
 *
 * @param details what the line leaves out, a paragraph each; empty: the line says it all
 */
record Notice(Tone tone, String head, List<String> details) {

    Notice {
        details = List.copyOf(details);
    }

    /**
     * @param forecast where it stands nowhere else
     * @param unconfirmed host checks that nobody has confirmed
     */
    static List<Notice> of(Plan plan, Optional<Forecast> forecast, List<Finding> unconfirmed) {
        List<Notice> all = new ArrayList<>();
        forecast.map(Notice::of).ifPresent(all::add);
        if (!unconfirmed.isEmpty()) {
            all.add(hostChecks(unconfirmed));
        }
        plan.notices().stream()
                .filter(notice -> !ForecastWords.isOfForecast(notice))
                .map(Message::text)
                .map(Notice::sentence)
                .forEach(all::add);
        return all;
    }

    private static Notice of(Forecast forecast) {
        return new Notice(
                ForecastBanner.tone(forecast.server()),
                ForecastWords.headline(forecast).text(),
                ForecastBanner.lines(forecast));
    }

    private static Notice hostChecks(List<Finding> open) {
        return new Notice(
                Tone.ATTENTION,
                Words.of("preview.unconfirmed", open.size()),
                open.stream().map(finding -> finding.reason().text()).toList());
    }

    /** The first sentence is the line. */
    static Notice sentence(String text) {
        String rest = Brief.afterFirstSentence(text);
        return new Notice(Tone.ATTENTION, Brief.firstSentence(text), rest.isEmpty() ? List.of() : List.of(rest));
    }
}
