package keyturn.ui.connect;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import keyturn.domain.azure.Cloud;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.azure.VaultDoor;
import keyturn.ui.parts.Typed;
import keyturn.ui.parts.Words;

/** The field of the vaults: what stands in it, or what is wrong with it. */
final class TypedVaults {

    private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");

    private TypedVaults() {}

    /** All vaults of the field must be of the chosen cloud: one sign-in opens them all. */
    static Optional<String> problem(String text, Cloud cloud) {
        Optional<String> wrong = Typed.problem(text, typed -> doors(typed, cloud));
        return wrong.isPresent() || text.isBlank()
                ? wrong
                : doors(text, cloud).stream()
                        .map(door -> door.address().cloud())
                        .filter(other -> other != cloud)
                        .findFirst()
                        .map(other -> Words.of("connect.azure.cloud.other", new CloudChoice(other)));
    }

    /** One or more addresses, parted by blanks, commas or semicolons; a bare name is one of that cloud's vaults. */
    static List<VaultDoor> doors(String text, Cloud cloud) {
        return BETWEEN.splitAsStream(text.strip())
                .filter(part -> !part.isEmpty())
                .map(part -> door(part, cloud))
                .distinct()
                .toList();
    }

    private static VaultDoor door(String text, Cloud cloud) {
        boolean bare = text.indexOf('.') < 0 && text.indexOf('=') < 0 && text.indexOf('/') < 0;
        return bare
                ? new VaultDoor(new VaultAddress(text, VaultAddress.Store.VAULT, cloud), Optional.empty())
                : VaultDoor.parse(text, cloud);
    }
}
