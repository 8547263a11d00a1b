package keyturn.sql;

import java.util.Arrays;
import keyturn.script.Script;

/** The text that goes over the wire; lives as long as the call. */
final class PlainText {

    private PlainText() {}

    static String of(Script script) {
        StringBuilder plain = new StringBuilder();
        for (Script.Fragment fragment : script.fragments()) {
            switch (fragment) {
                case Script.Text text -> plain.append(text.content());
                case Script.Slot empty ->
                    throw new IllegalStateException("secret " + empty.number() + " was not handed in");
                case Script.Hidden hidden -> {
                    char[] secret = hidden.secret().reveal();
                    plain.append(secret);
                    Arrays.fill(secret, '\0');
                }
            }
        }
        return plain.toString();
    }
}
