package keyturn.trouble.text;

import java.util.List;
import keyturn.trouble.ForeignPhrase;
import keyturn.trouble.Maker;
import keyturn.trouble.ProviderCode;
import keyturn.trouble.RootCause;
import keyturn.trouble.ServerMessage;
import keyturn.trouble.StatusCode;

/** Something in a text that is known, or known to be unknown. */
public sealed interface Clue {

    /** Of what it is a sign, the most likely first. */
    List<RootCause> causes();

    record OfMessage(ServerMessage message) implements Clue {
        @Override
        public List<RootCause> causes() {
            return message.causes();
        }
    }

    record OfCode(ProviderCode code) implements Clue {
        @Override
        public List<RootCause> causes() {
            return code.causes();
        }
    }

    /** A provider code that Microsoft's list does not have. */
    record UndocumentedCode(int number) implements Clue {
        @Override
        public List<RootCause> causes() {
            return List.of();
        }
    }

    /** A code that the provider of another vendor returned: what it means, its vendor knows. */
    record ForeignCode(int number, Maker maker) implements Clue {
        @Override
        public List<RootCause> causes() {
            return List.of(RootCause.OTHER_PROVIDER);
        }
    }

    record OfStatus(StatusCode status) implements Clue {
        @Override
        public List<RootCause> causes() {
            return status.causes();
        }
    }

    record OfPhrase(ForeignPhrase phrase) implements Clue {
        @Override
        public List<RootCause> causes() {
            return phrase.causes();
        }
    }

    /** A cause that was searched by words. */
    record OfCause(RootCause cause) implements Clue {
        @Override
        public List<RootCause> causes() {
            return List.of(cause);
        }
    }
}
