package keyturn.ui.connect;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import keyturn.domain.ClientId;
import keyturn.domain.Cloud;
import keyturn.domain.InvalidValue;
import keyturn.domain.Problem;
import keyturn.domain.ServerAddress;
import keyturn.domain.TenantId;
import keyturn.domain.VaultAddress;
import keyturn.domain.VaultDoor;
import keyturn.ui.parts.Words;

/** What was typed, as the value it stands for or what is wrong with it; a blank field is not wrong. */
final class Typed {

    private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");

    private Typed() {}

    static Optional<String> addressProblem(String text) {
        return problem(text, typed -> {
            var ignored = ServerAddress.parse(typed);
        });
    }

    static Optional<String> pathProblem(String text) {
        try {
            var ignored = Path.of(text.strip());
            return Optional.empty();
        } catch (InvalidPathException wrong) {
            return Optional.of(Words.of("connect.path.wrong", wrong.getReason()));
        }
    }

    static Optional<Path> path(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text.strip()));
    }

    static Optional<String> tenantProblem(String text) {
        return problem(text, typed -> {
            var ignored = new TenantId(typed);
        });
    }

    static Optional<TenantId> tenant(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(new TenantId(text));
    }

    static Optional<String> clientProblem(String text) {
        return problem(text, typed -> {
            var ignored = new ClientId(typed);
        });
    }

    static Optional<ClientId> client(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(new ClientId(text.strip()));
    }

    /** All vaults of the field must be of the chosen cloud: one sign-in opens them all. */
    static Optional<String> vaultsProblem(String text, Cloud cloud) {
        Optional<String> wrong = problem(text, typed -> {
            var ignored = vaults(typed, cloud);
        });
        return wrong.isPresent() || text.isBlank()
                ? wrong
                : vaults(text, cloud).stream()
                        .map(door -> door.address().cloud())
                        .filter(other -> other != cloud)
                        .findFirst()
                        .map(other -> Words.of("connect.azure.cloud.other", new CloudChoice(other)));
    }

    /** One or more addresses, parted by blanks, commas or semicolons; a bare name is one of that cloud's vaults. */
    static List<VaultDoor> vaults(String text, Cloud cloud) {
        return BETWEEN.splitAsStream(text.strip())
                .filter(part -> !part.isEmpty())
                .map(part -> vault(part, cloud))
                .distinct()
                .toList();
    }

    private static VaultDoor vault(String text, Cloud cloud) {
        boolean bare = text.indexOf('.') < 0 && text.indexOf('=') < 0 && text.indexOf('/') < 0;
        return bare
                ? new VaultDoor(new VaultAddress(text, VaultAddress.Store.VAULT, cloud), Optional.empty())
                : VaultDoor.parse(text, cloud);
    }

    private static Optional<String> problem(String text, Consumer<String> reader) {
        try {
            if (!text.isBlank()) {
                reader.accept(text.strip());
            }
            return Optional.empty();
        } catch (InvalidValue wrong) {
            Problem problem = wrong.problem();
            return Optional.of(problem.summary().text() + " " + problem.next().text());
        }
    }
}
