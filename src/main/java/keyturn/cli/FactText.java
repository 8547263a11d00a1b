package keyturn.cli;

import java.util.Optional;
import java.util.function.Function;
import keyturn.domain.Fact;
import keyturn.domain.Permission;

/** A fact in words: what is known, or why it is not, or which permission it needs. */
final class FactText {

    private FactText() {}

    static <T> String of(Fact<T> fact, Function<T, String> known) {
        return switch (fact) {
            case Fact.Known<T> value -> known.apply(value.content());
            case Fact.Unknown<T> unknown ->
                Page.say("cli.fact.unknown", unknown.why().text());
            case Fact.NotPermitted<T> denied -> needs(denied.permission());
        };
    }

    static <T> String ofOptional(Fact<Optional<T>> fact, String none) {
        return of(fact, value -> value.map(String::valueOf).orElse(none));
    }

    private static String needs(Permission permission) {
        return Page.say("cli.fact.notPermitted", permission.name(), permission.securable());
    }
}
