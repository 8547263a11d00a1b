package keyturn.practice.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** Something that no document tells of a service: a door does as the scenario says under {@link #key()}. */
public interface Switch {

    String key();

    /** What may be said. */
    Pattern form();

    /** What holds where nothing is said. */
    String standard();

    /** What a scenario chose; for the rest the standard. */
    record Choice(Map<? extends Switch, String> chosen) {

        public static final Choice STANDARD = new Choice(Map.of());

        public Choice {
            chosen = Map.copyOf(chosen);
        }

        public String of(Switch what) {
            return chosen.getOrDefault(what, what.standard());
        }

        public int number(Switch what) {
            return Integer.parseInt(of(what));
        }
    }

    /** @param text of a switch, by its key and the form that it must have; empty where it is not there */
    static Choice read(List<? extends Switch> all, BiFunction<String, Pattern, Optional<String>> text) {
        Map<Switch, String> chosen = new HashMap<>();
        all.forEach(each -> text.apply(each.key(), each.form()).ifPresent(said -> chosen.put(each, said)));
        return new Choice(chosen);
    }
}
