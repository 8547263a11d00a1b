package keyturn.app;

import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.entra.CodePrompt;
import keyturn.run.door.Access;
import keyturn.script.ApprovedPlan;
import keyturn.script.act.Act;

/** Sends each act through the door that it belongs to: SQL Server's, or one of Azure's, which is opened when first needed. */
record TargetAccess(Access sql, CodePrompt prompt) implements Access {

    @Override
    public Acts open(Target target, ApprovedPlan plan, String runId) throws Problem.Raised {
        return new Both(sql.open(target, plan, runId), new InAzure(target, plan, runId, prompt));
    }

    @Override
    public Lock lock(Target target, ApprovedPlan plan, String runId) throws Problem.Raised {
        return sql.lock(target, plan, runId);
    }

    private record Both(Acts server, InAzure azure) implements Acts {

        @Override
        public Outcome perform(Act act) {
            return switch (act) {
                case Act.SqlBatch batch -> server.perform(batch);
                case Act.OperatorTask task -> server.perform(task);
                case Act.CreateVaultKey create -> azure.create(create);
                case Act.BackUpVaultKey backUp -> azure.backUp(backUp);
                case Act.AddAppSecret add -> azure.addSecret(add);
                case Act.TryVaultKey attempt -> azure.tryOut(attempt);
            };
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
