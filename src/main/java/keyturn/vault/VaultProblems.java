package keyturn.vault;

import java.util.Optional;
import java.util.Set;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.azure.VaultDoor;
import keyturn.entra.Failure;
import keyturn.entra.NetworkProblems;
import keyturn.inspect.Told;

/** From what a vault said to problems: {@code vault.403.ForbiddenByRbac}, with its own words and request id in the detail. */
final class VaultProblems {

    /** Answers with words of their own. */
    private static final Set<String> KNOWN = Set.of(
            "403.ForbiddenByRbac",
            "403.ForbiddenByPolicy",
            "403.AccessDenied",
            "403.ForbiddenByFirewall",
            "403.ForbiddenByConnection",
            "403.KeyDisabled",
            "403.KeyExpired",
            "403.KeyNotYetValid",
            "404.KeyNotFound",
            "409.ObjectIsDeletedButRecoverable",
            "409.ObjectIsBeingDeleted");

    /** Answers that say nothing but that a right is missing. */
    private static final Set<String> RIGHTS = Set.of("ForbiddenByRbac", "ForbiddenByPolicy", "AccessDenied");

    private static final Set<Integer> STATUSES = Set.of(400, 401, 403, 404, 409, 429);

    private final VaultDoor door;

    VaultProblems(VaultDoor door) {
        this.door = door;
    }

    /** @param about the key that it was about, or empty */
    <T> Told<T> told(RuntimeException failure, VaultAnswer asked, String about) {
        Failure what = Failure.of(failure);
        Problem problem = problem(what, asked, about);
        boolean right = what instanceof Failure.Said said && said.status() == 403 && RIGHTS.contains(said.closest());
        return right ? new Told.Forbidden<>(asked.right().on(door.address()), problem) : new Told.Failed<>(problem);
    }

    Problem problem(RuntimeException failure, VaultAnswer asked, String about) {
        return problem(Failure.of(failure), asked, about);
    }

    private Problem problem(Failure failure, VaultAnswer asked, String about) {
        Message place = Message.of("vault.place", door);
        return switch (failure) {
            case Failure.NoToken told -> told.problem();
            case Failure.Network network -> NetworkProblems.of("vault", place, network);
            case Failure.Limit limit -> NetworkProblems.ofLimit("vault", place, limit);
            case Failure.Client client -> NetworkProblems.ofClient("vault", place, client.detail());
            case Failure.Said said -> said(said, asked, about);
        };
    }

    private Problem said(Failure.Said said, VaultAnswer asked, String about) {
        String closest = said.closest();
        String code = said.status() + (closest.isEmpty() ? "" : "." + closest);
        String key = "vault." + words(said, code);
        Object[] places = {
            door.address().name(),
            Message.of("vault.asked." + asked, about).text(),
            asked.right().permission(),
            said.pause().map(pause -> String.valueOf(pause.toSeconds())).orElse("30"),
            about,
            said.status()
        };
        return new Problem(
                "vault." + code,
                Message.of(key, places),
                Optional.of(said.detail()),
                Message.of(key + ".next", places));
    }

    private static String words(Failure.Said said, String code) {
        if (KNOWN.contains(code)) {
            return code;
        }
        if (STATUSES.contains(said.status())) {
            return String.valueOf(said.status());
        }
        return said.status() >= 500 ? "5xx" : "other";
    }
}
