package keyturn.practice.contract;

import java.util.List;
import java.util.stream.Stream;

/** The contract's batches, for others that need many different ones. */
public final class Texts {

    private Texts() {}

    public static List<String> ofTheContract() {
        return Stream.of("language.sql", "provider.sql")
                .flatMap(file -> ContractFile.read(file).stream())
                .flatMap(each -> each.texts().stream())
                .toList();
    }
}
