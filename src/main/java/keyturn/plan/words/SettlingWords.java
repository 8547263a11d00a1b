package keyturn.plan.words;

import java.util.List;
import keyturn.domain.Message;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.forecast.Missing;
import keyturn.plan.forecast.RestartAnswer;

/** What would make known what a forecast cannot tell: a test, a look, a question to somebody. Never a restart. */
public final class SettlingWords {

    private static final String PREFIX = "plan.settle.";

    private SettlingWords() {}

    /** One sentence for each thing that is missing, each once; empty where the forecast knows. */
    public static List<Message> of(Forecast forecast) {
        return switch (forecast.server()) {
            case RestartAnswer.Uncertain uncertain ->
                uncertain.missing().stream().map(SettlingWords::of).distinct().toList();
            case RestartAnswer.Opens opens -> List.of();
            case RestartAnswer.Fails fails -> List.of();
        };
    }

    private static Message of(Missing missing) {
        return switch (missing) {
            case Missing.Unread unread -> say("unread");
            case Missing.NotOpen closed -> say("notOpen", closed.database());
            case Missing.NothingLoaded none -> say("nothingLoaded", none.provider());
            case Missing.OtherDllLoaded other -> say("otherDll", other.catalog());
            case Missing.FileReplaced replaced -> say("otherDll", replaced.path());
            case Missing.VaultUnseen unseen -> say("vault", unseen.identity());
            case Missing.KeyNotRecognised other -> say("key", other.key(), other.vault());
            case Missing.OutsideDates outside -> say("dates", outside.name(), outside.version());
            case Missing.SecretNotInUse held -> say("secret", held.credential());
            case Missing.SecretNewer newer -> say("secretNewer", newer.credential(), newer.application());
            case Missing.NotTested untested -> say("test", untested.database());
        };
    }

    private static Message say(String key, Object... arguments) {
        return Message.of(PREFIX + key, arguments);
    }
}
