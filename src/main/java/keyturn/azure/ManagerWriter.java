package keyturn.azure;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.domain.azure.AzureDoors;
import keyturn.entra.CodePrompt;
import keyturn.entra.Entra;
import keyturn.run.door.DoorMessage;
import keyturn.run.door.DoorOpener;
import keyturn.run.door.Outcome;
import keyturn.run.door.ResourceWriter;
import keyturn.script.act.ManagerAct;

/** Acts at the resource manager, for a run: what forbids an act is looked up first, and nothing is sent then. */
public final class ManagerWriter implements ResourceWriter {

    private final VaultMaking making;
    private final RightsGiving giving;

    private ManagerWriter(Entra entra, String address, String resource) {
        var door = new ManagerDoor(entra, address, resource);
        this.making = new VaultMaking(door);
        this.giving = new RightsGiving(entra, resource, door);
    }

    /** @param prompt for sign-ins with a code */
    public static DoorOpener<ResourceWriter> opener(CodePrompt prompt) {
        return (target, plan, runId) -> open(target, prompt);
    }

    private static ManagerWriter open(Target target, CodePrompt prompt) throws Problem.Raised {
        AzureDoors doors = target.azure().orElseThrow(ManagerWriter::none);
        String address = doors.manager().orElseThrow(ManagerWriter::none);
        String audience = doors.cloud().manager().orElseThrow(ManagerWriter::none);
        return new ManagerWriter(Entra.open(doors, prompt), address, audience);
    }

    private static Problem.Raised none() {
        return new Problem.Raised(problem("none"));
    }

    static Problem problem(String rule, Object... about) {
        String key = "azure." + rule;
        return new Problem(key, Message.of(key, about), Optional.empty(), Message.of(key + ".next", about));
    }

    /** An answer to an act that changes something. */
    static Outcome done(long began, String key, Object... about) {
        return new Outcome.Done(new Outcome.Answer(
                Duration.ofNanos(System.nanoTime() - began),
                List.of(DoorMessage.of(Message.of("azure." + key, about).text())),
                List.of()));
    }

    static String text(JsonNode node, String... path) {
        JsonNode at = node;
        for (String name : path) {
            at = at.path(name);
        }
        return at.asText("");
    }

    @Override
    public Outcome perform(ManagerAct act) {
        return switch (act) {
            case ManagerAct.RecoverVault recover -> making.recover(recover.vault());
            case ManagerAct.CreateVault create -> making.create(create.vault(), create.home());
            case ManagerAct.GrantKeyRights grant -> giving.give(grant.vault(), grant.application());
        };
    }

    /** The client keeps no connection that would not end by itself. */
    @Override
    public void close() {}
}
