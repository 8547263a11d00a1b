package keyturn.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.Secret;
import keyturn.domain.Target;
import keyturn.domain.azure.AzureDoors;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.VaultAddress;
import keyturn.entra.CodePrompt;
import keyturn.inspect.CredentialTest.Tried;
import keyturn.run.door.Access;
import keyturn.run.door.AzureAccess.AzureActs;
import keyturn.run.door.AzureAccess.NewKey;
import keyturn.run.door.AzureAccess.NewSecret;
import keyturn.run.files.KeyBackupFile;
import keyturn.script.ApprovedPlan;
import keyturn.script.Script;
import keyturn.script.act.Act;

/** The acts of a run in vault and directory; each opens its door and keeps none. */
record InAzure(Target target, ApprovedPlan plan, String runId, CodePrompt prompt) {

    /** Codes of problems after which nobody knows whether the directory did it. */
    private static final Set<String> UNKNOWN =
            Set.of("directory.broken", "directory.timeout", "directory.client", "directory.no-secret");

    /** Something that is done there, and what is to be said of it. */
    @FunctionalInterface
    private interface Call {
        List<String> perform() throws Problem.Raised;
    }

    Access.Outcome create(Act.CreateVaultKey create) {
        return call(() -> {
            try (AzureActs acts = open()) {
                KeyReference made = acts.vault(create.vault())
                        .create(new NewKey(create.name(), create.hsm(), create.bits(), Optional.empty(), Map.of()));
                return List.of(
                        Message.of("app.vault.made", made, create.vault()).text());
            }
        });
    }

    /** The place is looked at first: a vault is not asked for what nobody could keep. */
    Access.Outcome backUp(Act.BackUpVaultKey backUp) {
        return call(() -> {
            KeyBackupFile.checkFree(backUp.file());
            try (AzureActs acts = open()) {
                byte[] backup = acts.vault(backUp.vault()).backup(backUp.name());
                return List.of(
                        KeyBackupFile.write(backUp.file(), backup).words().text());
            }
        });
    }

    /** An answer that was lost may have brought a secret: that is unknown, and not refused. */
    Access.Outcome addSecret(Act.AddAppSecret add) {
        long began = System.nanoTime();
        try (AzureActs acts = open()) {
            NewSecret made = acts.directory().addSecret(add.application(), add.name(), add.expires());
            Instant expires = made.expires().orElse(add.expires());
            String told = Message.of("app.directory.made", add.application(), add.name(), made.keyId(), expires)
                    .text();
            return new Access.Made(new Access.Done(since(began), List.of(told), List.of()), add.slot(), made.secret());
        } catch (Problem.Raised raised) {
            String code = raised.problem().code();
            boolean unknown = UNKNOWN.contains(code) || code.startsWith("directory.5");
            return unknown
                    ? new Access.Lost(since(began), raised.problem())
                    : new Access.Refused(since(began), raised.problem());
        }
    }

    Access.Outcome tryOut(Act.TryVaultKey attempt) {
        return call(() -> {
            List<String> told = List.of();
            for (int time = 0; time < attempt.times(); time++) {
                told = once(attempt);
            }
            return attempt.times() == 1 ? told : often(told, attempt.times());
        });
    }

    private static List<String> often(List<String> told, int times) {
        List<String> all = new ArrayList<>(told);
        all.add(Message.of("app.vault.tried.often", times).text());
        return all;
    }

    private List<String> once(Act.TryVaultKey attempt) throws Problem.Raised {
        AzureDoors doors = target.azure().orElseThrow(() -> noDoor(attempt.vault()));
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

    private AzureActs open() throws Problem.Raised {
        return new AzureActing(prompt).open(target, plan, runId);
    }

    private static Access.Outcome call(Call call) {
        long began = System.nanoTime();
        try {
            List<String> said = call.perform();
            return new Access.Done(since(began), said, List.of());
        } catch (Problem.Raised refused) {
            return new Access.Refused(since(began), refused.problem());
        }
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static Secret secret(Script handedIn) {
        return handedIn.fragments().stream()
                .filter(Script.Hidden.class::isInstance)
                .map(hidden -> ((Script.Hidden) hidden).secret())
                .findFirst()
                .orElseThrow();
    }

    private static Problem.Raised noDoor(VaultAddress vault) {
        return new Problem.Raised(new Problem(
                "app.azure.doors",
                Message.of("app.azure.doors", vault),
                Optional.empty(),
                Message.of("app.azure.doors.next")));
    }
}
