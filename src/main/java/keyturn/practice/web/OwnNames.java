package keyturn.practice.web;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A web page whose own name was made to lead to this machine still asks for that name: only names of this machine, and those of
 * Azure that the doors stand for, are answered.
 */
public final class OwnNames {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost");

    /** Nobody but Microsoft can make a name under these lead anywhere. */
    private static final Set<String> STOOD_FOR =
            Set.of("vault.azure.net", "login.microsoftonline.com", "graph.microsoft.com", "management.azure.com");

    private final Set<String> further;

    /**
     * @param further names that whoever started the range had put into its certificate, with {@code *.} for all below a name
     */
    public OwnNames(Collection<String> further) {
        this.further =
                further.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    /** Answers requests to one of these names, and none to another. */
    public Handler only(Handler handler) {
        return request -> {
            String host = request.header("host").orElse("").toLowerCase(Locale.ROOT);
            String bare = host.replaceFirst(":\\d{1,5}$", "");
            boolean own = bare.isEmpty()
                    || LOOPBACK.contains(bare)
                    || STOOD_FOR.stream().anyMatch(name -> bare.equals(name) || bare.endsWith("." + name))
                    || further.stream().anyMatch(name -> isBelow(name, bare));
            return own
                    ? handler.answer(request)
                    : Reply.text(421, "This door is on 127.0.0.1, and not " + cut(bare) + ".\n");
        };
    }

    private static boolean isBelow(String name, String asked) {
        return name.startsWith("*.") ? asked.endsWith(name.substring(1)) : asked.equals(name);
    }

    private static String cut(String name) {
        return name.length() <= 80 ? name : name.substring(0, 80) + "…";
    }
}
