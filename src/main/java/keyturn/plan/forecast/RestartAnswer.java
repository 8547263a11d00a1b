package keyturn.plan.forecast;

import java.util.List;

/** Whether a restart would open what depends on a provider. */
public sealed interface RestartAnswer {

    /**
     * It would, as far as can be seen.
     *
     * @param evidence what shows it
     * @param notSeen what nobody looked at, and what a person attested
     */
    record Opens(List<Evidence> evidence, List<NotSeen> notSeen) implements RestartAnswer {
        public Opens {
            evidence = List.copyOf(evidence);
            notSeen = List.copyOf(notSeen);
        }
    }

    /** It would not; at least one cause, each of them enough. */
    record Fails(List<Cause> causes) implements RestartAnswer {
        public Fails {
            causes = List.copyOf(causes);
        }
    }

    /** Nobody can tell; at least one thing is missing. */
    record Uncertain(List<Missing> missing) implements RestartAnswer {
        public Uncertain {
            missing = List.copyOf(missing);
        }
    }

    /** What shows that it would; nothing where it would not, or nobody can tell. */
    default List<Evidence> evidence() {
        return switch (this) {
            case Opens opens -> opens.evidence;
            case Fails no -> List.of();
            case Uncertain unknown -> List.of();
        };
    }

    default boolean isFailing() {
        return switch (this) {
            case Fails no -> true;
            case Opens yes -> false;
            case Uncertain unknown -> false;
        };
    }

    /** The answer in a word, for files and keys of words. */
    default String word() {
        return switch (this) {
            case Opens yes -> "opens";
            case Fails no -> "fails";
            case Uncertain unknown -> "uncertain";
        };
    }
}
