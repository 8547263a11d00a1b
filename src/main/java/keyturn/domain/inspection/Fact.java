package keyturn.domain.inspection;

import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Permission;

/** What an inspection knows of one thing. "Not known" and "not allowed to see" are values, never null, blank or false. */
public sealed interface Fact<T> {

    /** The value, if it is known. */
    default Optional<T> value() {
        return switch (this) {
            case Known<T> known -> Optional.of(known.content());
            case Unknown<T> unknown -> Optional.empty();
            case NotPermitted<T> denied -> Optional.empty();
        };
    }

    /** @param how the view or function that said so, such as {@code sys.cryptographic_providers} */
    record Known<T>(T content, String how) implements Fact<T> {}

    /** @param why the reason in words, with the number of the error if one came */
    record Unknown<T>(Message why) implements Fact<T> {}

    /** @param permission what the login lacks to see it */
    record NotPermitted<T>(Permission permission) implements Fact<T> {}
}
