package keyturn.app;

import java.util.Optional;
import keyturn.directory.GraphWriter;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.domain.azure.AzureDoors;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.azure.VaultDoor;
import keyturn.entra.CodePrompt;
import keyturn.entra.Entra;
import keyturn.run.door.AzureAccess;
import keyturn.script.ApprovedPlan;
import keyturn.vault.KeyVaultWriter;

/** The adapters behind a target's Azure doors, for the acts of an approved plan. */
record AzureActing(CodePrompt prompt) implements AzureAccess {

    @Override
    public AzureActs open(Target target, ApprovedPlan plan, String runId) throws Problem.Raised {
        AzureDoors doors = target.azure().orElseThrow(() -> missing("doors", ""));
        return new Acts(Entra.open(doors, prompt), runId);
    }

    private static Problem.Raised missing(String what, Object about) {
        String key = "app.azure." + what;
        return new Problem.Raised(
                new Problem(key, Message.of(key, about), Optional.empty(), Message.of(key + ".next")));
    }

    private record Acts(Entra entra, String runId) implements AzureActs {

        @Override
        public VaultWriter vault(VaultAddress address) throws Problem.Raised {
            VaultDoor door = entra.doors().vaults().stream()
                    .filter(each -> each.address().equals(address))
                    .findFirst()
                    .orElseThrow(() -> missing("vault", address));
            return new KeyVaultWriter(entra, door, runId);
        }

        @Override
        public DirectoryWriter directory() throws Problem.Raised {
            String address = entra.doors().graph().orElseThrow(() -> missing("directory", ""));
            String audience = entra.doors().cloud().graph().orElseThrow(() -> missing("directory", ""));
            return new GraphWriter(entra, address, audience);
        }

        /** The client keeps no connection that would not end by itself. */
        @Override
        public void close() {}
    }
}
