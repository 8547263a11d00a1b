package keyturn.app;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keyturn.domain.AzureDoors;
import keyturn.domain.KeyReference;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.Secret;
import keyturn.domain.Target;
import keyturn.entra.CodePrompt;
import keyturn.inspect.CredentialTest.Tried;
import keyturn.run.Access;
import keyturn.run.AzureAccess;
import keyturn.run.AzureAccess.AzureActs;
import keyturn.run.AzureAccess.NewKey;
import keyturn.script.Act;
import keyturn.script.ApprovedPlan;
import keyturn.script.Script;

/** Sends each act through the door that it belongs to: SQL Server's, or the vault's, which is opened when first needed. */
record TargetAccess(Access sql, CodePrompt prompt) implements Access {

    @Override
    public Acts open(Target target, ApprovedPlan plan, String runId) throws Problem.Raised {
        return new Both(sql.open(target, plan, runId), target, plan, runId, prompt);
    }

    @Override
    public Lock lock(Target target, ApprovedPlan plan, String runId) throws Problem.Raised {
        return sql.lock(target, plan, runId);
    }

    /** Something that a vault does, and what is to be said of it. */
    @FunctionalInterface
    private interface Call {
        List<String> perform() throws Problem.Raised;
    }

    private record Both(Acts server, Target target, ApprovedPlan plan, String runId, CodePrompt prompt)
            implements Acts {

        @Override
        public Outcome perform(Act act) {
            return switch (act) {
                case Act.SqlBatch batch -> server.perform(batch);
                case Act.OperatorTask task -> server.perform(task);
                case Act.CreateVaultKey create -> call(() -> create(create));
                case Act.TryVaultKey attempt -> call(() -> tryOut(attempt));
            };
        }

        private static Outcome call(Call call) {
            long began = System.nanoTime();
            try {
                List<String> said = call.perform();
                return new Done(Duration.ofNanos(System.nanoTime() - began), said, List.of());
            } catch (Problem.Raised refused) {
                return new Refused(Duration.ofNanos(System.nanoTime() - began), refused.problem());
            }
        }

        private List<String> create(Act.CreateVaultKey create) throws Problem.Raised {
            AzureAccess doors = new AzureActing(prompt);
            try (AzureActs acts = doors.open(target, plan, runId)) {
                KeyReference made = acts.vault(create.vault())
                        .create(new NewKey(create.name(), create.hsm(), create.bits(), Optional.empty(), Map.of()));
                return List.of(
                        Message.of("app.vault.made", made, create.vault()).text());
            }
        }

        private List<String> tryOut(Act.TryVaultKey attempt) throws Problem.Raised {
            AzureDoors doors = target.azure().orElseThrow(() -> noDoor(attempt));
            List<Tried> tried = AzureReading.open(doors, prompt)
                    .credentialTest()
                    .tryOut(
                            attempt.vault(),
                            Optional.empty(),
                            attempt.application(),
                            secret(attempt.secret()),
                            attempt.key());
            for (Tried one : tried) {
                if (one.problem().isPresent()) {
                    throw new Problem.Raised(one.problem().get());
                }
            }
            return tried.stream()
                    .map(one -> Message.of("app.vault.tried." + one.part().name(), attempt.key())
                            .text())
                    .toList();
        }

        private static Secret secret(Script handedIn) {
            return handedIn.fragments().stream()
                    .filter(Script.Hidden.class::isInstance)
                    .map(hidden -> ((Script.Hidden) hidden).secret())
                    .findFirst()
                    .orElseThrow();
        }

        private static Problem.Raised noDoor(Act.TryVaultKey attempt) {
            return new Problem.Raised(new Problem(
                    "app.azure.doors",
                    Message.of("app.azure.doors", attempt.vault()),
                    Optional.empty(),
                    Message.of("app.azure.doors.next")));
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
