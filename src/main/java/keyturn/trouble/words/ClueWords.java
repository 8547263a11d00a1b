package keyturn.trouble.words;

import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.trouble.text.Clue;

/** What was found in a text, in words. */
public final class ClueWords {

    private ClueWords() {}

    /** Number, name and whose it is. */
    public static Message head(Clue found) {
        return switch (found) {
            case Clue.OfMessage message ->
                Message.of("trouble.found.message", message.message().number());
            case Clue.OfCode code ->
                Message.of(
                        "trouble.found.code",
                        code.code().number(),
                        code.code().symbol(),
                        code.code().generation().title().text());
            case Clue.UndocumentedCode code -> Message.of("trouble.found.undocumented", code.number());
            case Clue.ForeignCode code ->
                Message.of("trouble.found.foreign", code.number(), code.maker().name());
            case Clue.OfStatus status ->
                Message.of(
                        "trouble.found.status",
                        status.status().kind().title().text(),
                        status.status().number(),
                        status.status().symbol());
            case Clue.OfPhrase phrase ->
                Message.of(
                        "trouble.found.phrase",
                        phrase.phrase().source().title().text(),
                        OneLine.shown(phrase.phrase().phrase()));
            case Clue.OfCause cause ->
                Message.of("trouble.found.cause", cause.cause().title().text());
        };
    }

    /** Whether it has a name of its own: a cause that was found by words is listed among the causes. */
    public static boolean isNamed(Clue found) {
        return switch (found) {
            case Clue.OfCause cause -> false;
            case Clue.OfMessage message -> true;
            case Clue.OfCode code -> true;
            case Clue.UndocumentedCode code -> true;
            case Clue.ForeignCode code -> true;
            case Clue.OfStatus status -> true;
            case Clue.OfPhrase phrase -> true;
        };
    }

    /** What it means; empty where its cause says it. */
    public static Optional<Message> meaning(Clue found) {
        return switch (found) {
            case Clue.OfMessage message -> Optional.of(message.message().meaning());
            case Clue.OfCode code -> Optional.of(code.code().meaning());
            case Clue.UndocumentedCode code -> Optional.empty();
            case Clue.ForeignCode code -> Optional.of(Message.of("trouble.found.foreign.meaning"));
            case Clue.OfStatus status -> Optional.of(status.status().meaning());
            case Clue.OfPhrase phrase -> Optional.empty();
            case Clue.OfCause cause -> Optional.empty();
        };
    }
}
