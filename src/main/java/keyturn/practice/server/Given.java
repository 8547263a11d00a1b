package keyturn.practice.server;

import java.util.List;
import java.util.Optional;
import keyturn.practice.tsql.types.Prevailing;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** The arguments of a procedure: by name where one is given, else by place. */
record Given(List<Argument> all) {

    Given {
        all = List.copyOf(all);
    }

    /**
     * An argument.
     *
     * @param name with its sign; empty where none is given
     * @param output the caller's variable that takes what the procedure leaves in it
     */
    record Argument(String name, SqlType type, @Nullable Object value, Optional<String> output) {}

    Optional<Argument> find(int place, String name) {
        Optional<Argument> named = all.stream()
                .filter(a -> Prevailing.server().same(a.name(), name))
                .findFirst();
        boolean byPlace = place < all.size() && all.get(place).name().isEmpty();
        return named.isPresent() || !byPlace ? named : Optional.of(all.get(place));
    }

    Optional<String> text(int place, String name) {
        return find(place, name).flatMap(a -> Optional.ofNullable(a.value())).map(String::valueOf);
    }

    /** That of an extended procedure, which goes by places whatever the names. */
    Optional<Argument> at(int place) {
        return place < all.size() ? Optional.of(all.get(place)) : Optional.empty();
    }

    /** The same as text. */
    Optional<String> textAt(int place) {
        return at(place).flatMap(a -> Optional.ofNullable(a.value())).map(String::valueOf);
    }

    /** Empty also where the value is no whole number. */
    Optional<Integer> number(int place, String name) {
        return text(place, name).filter(t -> t.matches("-?\\d{1,9}|[12]\\d{9}")).map(t -> (int) Long.parseLong(t));
    }
}
