package keyturn.cli;

import java.util.Locale;
import java.util.Optional;
import keyturn.cli.page.Paint.Ink;
import keyturn.cli.page.TerminalPage;
import keyturn.plan.step.Undo;
import keyturn.run.step.Decider;

/** Asks the person at the terminal what to do about a step that failed; without one, the run stops. */
final class Asking implements Decider {

    private final Terminal terminal;

    Asking(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Choice decide(Failure failure) {
        while (terminal.prompt().somebody()) {
            tell(terminal.question(), failure);
            Optional<String> letter = terminal.prompt().line(TerminalPage.say("cli.asking.letter"));
            if (letter.isEmpty()) {
                return new Stop();
            }
            Optional<Choice> chosen = choice(letter.get().strip().toLowerCase(Locale.ROOT), failure);
            if (chosen.isPresent()) {
                return chosen.get();
            }
        }
        return new Stop();
    }

    private static void tell(TerminalPage page, Failure failure) {
        page.text(
                Ink.STRONG,
                2,
                TerminalPage.say(
                        "cli.asking.title." + failure.how(), failure.step().id()));
        if (failure.inGroup()) {
            page.text(Ink.CARE, 2, TerminalPage.say("cli.asking.group"));
        }
        for (Kind kind : Kind.values()) {
            if (failure.offered().contains(kind)) {
                page.hanging(Ink.PLAIN, 4, 3, TerminalPage.say("cli.asking." + kind));
            }
        }
    }

    /** Empty where the letter names nothing that is offered. */
    private Optional<Choice> choice(String letter, Failure failure) {
        Optional<Choice> named =
                switch (letter) {
                    case "r" -> Optional.of(new Retry());
                    case "u" -> Optional.of(new Undo());
                    case "s" -> Optional.of(new Stop());
                    case "k" ->
                        terminal.prompt()
                                .line(TerminalPage.say("cli.asking.reason"))
                                .map(Skip::new);
                    default -> Optional.empty();
                };
        return named.filter(choice -> failure.offered().contains(kind(choice)));
    }

    private static Kind kind(Choice choice) {
        return switch (choice) {
            case Retry retry -> Kind.RETRY;
            case Undo undo -> Kind.UNDO;
            case Stop stop -> Kind.STOP;
            case Skip skip -> Kind.SKIP;
        };
    }
}
