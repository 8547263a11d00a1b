package keyturn.cli.page;

import java.util.Optional;
import java.util.function.Function;
import keyturn.domain.Permission;
import keyturn.domain.inspection.Fact;

/** A fact in words: what is known, or why it is not, or which permission it needs. */
public final class FactText {

    private FactText() {}

    public static <T> String of(Fact<T> fact, Function<T, String> known) {
        return switch (fact) {
            case Fact.Known<T> value -> known.apply(value.content());
            case Fact.Unknown<T> unknown ->
                TerminalPage.say("cli.fact.unknown", unknown.why().text());
            case Fact.NotPermitted<T> denied -> needs(denied.permission());
        };
    }

    static <T> String ofOptional(Fact<Optional<T>> fact, String none) {
        return of(fact, value -> value.map(String::valueOf).orElse(none));
    }

    private static String needs(Permission permission) {
        return TerminalPage.say("cli.fact.notPermitted", permission.name(), permission.securable());
    }
}
