package keyturn.entra;

import java.util.Locale;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Problem;

/** From a request that no answer came to, to a problem: the same words for all doors. */
public final class NetworkProblems {

    private NetworkProblems() {}

    /**
     * @param door {@code vault}, {@code directory}, {@code azure} or {@code login}: what the code begins with
     * @param place the door in words, with its address
     */
    public static Problem of(String door, Message place, Failure.Network failure) {
        String kind = failure.kind().name().toLowerCase(Locale.ROOT);
        boolean nameOfVault = failure.kind() == Failure.Kind.DNS && door.equals("vault");
        return new Problem(
                door + "." + kind,
                Message.of("entra.network." + kind, place.text()),
                Optional.of(failure.detail()),
                Message.of("entra.network." + kind + (nameOfVault ? ".vault" : "") + ".next"));
    }

    /** An answer that goes beyond what is read of one. */
    public static Problem ofLimit(String door, Message place, Failure.Limit limit) {
        String kind = limit.kind().name().toLowerCase(Locale.ROOT);
        return new Problem(
                door + ".limit-" + kind,
                Message.of("entra.limit." + kind, place.text(), limit.most()),
                Optional.empty(),
                Message.of("entra.limit.next"));
    }

    /** A fault of Microsoft's clients themselves, or of ours in using them. */
    public static Problem ofClient(String door, Message place, String detail) {
        return new Problem(
                door + ".client",
                Message.of("entra.client", place.text()),
                Optional.of(detail),
                Message.of("entra.client.next"));
    }
}
