package keyturn.plan.flow;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.domain.inspection.Inspection.Database;

/** Tells an approver which databases Keyturn does not test itself: by name where there are few, else by their number. */
public final class UntestedNotices {

    private static final int NAMED = 10;

    private UntestedNotices() {}

    public static List<Message> of(Situation situation) {
        return Stream.of(TestChoice.OWN, TestChoice.SKIP)
                .flatMap(choice -> of(choice, situation))
                .toList();
    }

    private static Stream<Message> of(TestChoice choice, Situation situation) {
        List<Database> databases = situation.databases().open().stream()
                .filter(database -> ChosenTests.choice(situation.tests(), database) == choice)
                .toList();
        String key = "plan.notice.test." + choice.name().toLowerCase(Locale.ROOT);
        return databases.size() > NAMED
                ? Stream.of(Message.of(key + ".many", databases.size()))
                : databases.stream()
                        .map(database ->
                                Message.of(key, OneLine.shown(database.name().value())));
    }
}
