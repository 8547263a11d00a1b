package keyturn.domain;

import java.util.Optional;

/**
 * Something expected that went wrong, or a rule that a value breaks.
 *
 * @param code stable: a rule's name ({@code dll-path.extension}), or where it came from with its number ({@code sql.33027})
 * @param summary what was tried and what is wrong; names the value
 * @param detail what came back, with its numbers; empty where there is no more to say
 * @param next what to do now
 */
public record Problem(String code, Message summary, Optional<String> detail, Message next) {

    /** Carries a problem where Java wants an exception; one that callers must tell from others is a class of its own. */
    public static class Raised extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Problem problem;

        public Raised(Problem problem) {
            super(problem.code() + ": " + problem.summary().text()
                    + problem.detail().map(d -> " " + d).orElse(""));
            this.problem = problem;
        }

        public Problem problem() {
            return problem;
        }
    }
}
