package keyturn.cli.flow;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import keyturn.cli.Ended;
import keyturn.cli.Exit;
import keyturn.cli.page.FactText;
import keyturn.domain.ProviderName;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;

/** What is not told is taken where the inspection offers exactly one. */
public final class OnlyOne {

    private OnlyOne() {}

    public static ProviderName provider(Inspection inspection) throws Ended {
        List<Inspection.Provider> offered = seen(inspection.facts().providers(), "choice.providers.unseen");
        if (offered.isEmpty()) {
            throw Ended.of(Exit.BLOCKED, "choice.providers.none");
        }
        if (offered.size() > 1) {
            String names = offered.stream().map(p -> p.name().value()).collect(Collectors.joining(", "));
            throw Ended.usage("choice.providers.several", offered.size(), names);
        }
        return offered.getFirst().name();
    }

    /** What cannot be seen offers nothing; its reason goes into the message. */
    public static <T> List<T> seen(Fact<List<T>> fact, String key) throws Ended {
        Optional<List<T>> rows = fact.value();
        if (rows.isEmpty()) {
            throw Ended.of(Exit.BLOCKED, key, FactText.of(fact, known -> ""));
        }
        return rows.get();
    }
}
