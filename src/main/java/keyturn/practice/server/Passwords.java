package keyturn.practice.server;

import keyturn.practice.server.state.Messages;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.syntax.Concealed;

/** The password policy of this range's Windows: eight characters of three kinds. */
final class Passwords {

    private static final int SHORTEST = 8;
    private static final int LONGEST = 128;
    private static final int KINDS = 3;

    private Passwords() {}

    /** @throws SqlError 15116 too short, 15118 too simple, where the policy is checked; 15156 too long in any case */
    static void demand(Concealed password, boolean policy) {
        String text = password.text();
        if (text.length() > LONGEST) {
            throw Messages.error(15156, 1, LONGEST);
        }
        if (!policy) {
            return;
        }
        if (text.length() < SHORTEST) {
            throw Messages.error(15116, 1);
        }
        boolean[] kinds = new boolean[4];
        text.codePoints().forEach(c -> kinds[kind(c)] = true);
        int found = 0;
        for (boolean kind : kinds) {
            found += kind ? 1 : 0;
        }
        if (found < KINDS) {
            throw Messages.error(15118, 1);
        }
    }

    private static int kind(int character) {
        return Character.isUpperCase(character)
                ? 0
                : Character.isLowerCase(character) ? 1 : Character.isDigit(character) ? 2 : 3;
    }
}
