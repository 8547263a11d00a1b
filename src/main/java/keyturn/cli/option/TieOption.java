package keyturn.cli.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.cli.Ended;
import keyturn.cli.Exit;
import keyturn.domain.CredentialName;
import keyturn.domain.InvalidValue;
import keyturn.domain.Problem;
import keyturn.domain.azure.ClientId;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.inspect.ties.TieBook;
import picocli.CommandLine.Option;

/** What the DBA says of credentials: as which application each signs in. */
public final class TieOption {

    @Option(names = "--tie", paramLabel = "CREDENTIAL=ID", descriptionKey = "help.inspect.tie")
    List<String> ties = new ArrayList<>();

    /** @param application empty: what was said before is forgotten */
    private record Said(CredentialName credential, Optional<ClientId> application) {}

    public boolean given() {
        return !ties.isEmpty();
    }

    /**
     * Keeps what was said; nothing of it where one part of it is wrong.
     *
     * @throws Ended as wrong usage for a credential that the server does not have, or that is for a managed identity; if it cannot be kept
     */
    public void keep(TieBook book, Inspection seen) throws Ended {
        List<Said> all = new ArrayList<>();
        for (String text : ties) {
            all.add(said(text, seen.facts().credentials().value()));
        }
        try {
            for (Said said : all) {
                String server = seen.identity().name();
                if (said.application().isPresent()) {
                    book.tell(server, said.credential(), said.application().get());
                } else {
                    book.forget(server, said.credential());
                }
            }
        } catch (Problem.Raised unkept) {
            throw new Ended(Exit.STOPPED, unkept.problem());
        }
    }

    private static Said said(String text, Optional<List<Credential>> known) throws Ended {
        try {
            return parsed(text, known);
        } catch (InvalidValue broken) {
            throw new Ended(Exit.USAGE, broken.problem());
        }
    }

    /** A client id has no equals sign, and a credential's name may. */
    private static Said parsed(String text, Optional<List<Credential>> known) throws Ended {
        int equals = text.lastIndexOf('=');
        if (equals <= 0) {
            throw Ended.usage("tie.form", text);
        }
        CredentialName name = new CredentialName(text.substring(0, equals));
        String id = text.substring(equals + 1).strip();
        if (known.isPresent()
                && known.get().stream().noneMatch(row -> row.name().equals(name))) {
            throw Ended.usage("tie.unknown", name);
        }
        return new Said(name, id.isEmpty() ? Optional.empty() : Optional.of(ClientId.read(id)));
    }
}
