package keyturn.trouble.words;

import java.util.ArrayList;
import java.util.List;
import keyturn.domain.Message;
import keyturn.domain.inspection.ServerTimes;
import keyturn.trouble.logs.BothLogs;
import keyturn.trouble.logs.LoggedEvent;

/** The time line of the logs in words, one event a line. */
public final class LogWords {

    private LogWords() {}

    public static Message title() {
        return Message.of("trouble.logs");
    }

    public static List<Message> of(BothLogs line, ServerTimes times) {
        List<Message> words = new ArrayList<>();
        if (line.earlier() > 0) {
            words.add(Message.of("trouble.logs.earlier", line.earlier()));
        }
        line.events().forEach(event -> words.add(of(event, times)));
        return words;
    }

    private static Message of(LoggedEvent event, ServerTimes times) {
        String first = times.of(event.first());
        String log = event.log().title().text();
        return event.times() == 1
                ? Message.of("trouble.logs.event", first, log, event.text())
                : Message.of("trouble.logs.again", first, log, event.text(), event.times(), times.of(event.last()));
    }
}
