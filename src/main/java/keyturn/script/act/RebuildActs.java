package keyturn.script.act;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import keyturn.domain.CredentialName;
import keyturn.domain.LoginName;
import keyturn.plan.step.RebuildStep;
import keyturn.plan.step.ScratchDatabase;
import keyturn.script.Script;
import keyturn.script.TSql;

/**
 * Acts by which a lost vault is brought back, and by which SQL Server shows that it can use the keys there (documents: ALTER LOGIN, CREATE
 * ASYMMETRIC KEY, ALTER CREDENTIAL).
 */
public final class RebuildActs {

    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);

    private RebuildActs() {}

    static Act of(RebuildStep step) {
        return switch (step) {
            case RebuildStep.RecoverVault recover -> handed(ManagerActs.recover(recover.vault()), recover.operator());
            case RebuildStep.CreateVault create ->
                handed(ManagerActs.create(create.vault(), create.home()), create.operator());
            case RebuildStep.GrantKeyRights grant ->
                handed(ManagerActs.grant(grant.vault(), grant.application()), grant.operator());
            case RebuildStep.ClearRegistry clear -> new OperatorTask(ManagerActs.clear(clear.vault()));
            case RebuildStep.SwapCredential swap -> batch(swap(swap));
            case RebuildStep.OpenInScratch open -> batch(open(open));
            case RebuildStep.DropScratch drop -> batch(drop(drop.scratch()));
            case RebuildStep.PointCredential point -> new SqlAct.SqlBatch(point(point));
        };
    }

    private static Act handed(ManagerAct act, boolean operator) {
        return operator ? new OperatorTask(act.shown()) : act;
    }

    private static Act batch(String text) {
        return new SqlAct.SqlBatch(Script.of(text));
    }

    /** That the scratch database of this step is there. */
    public static String isThere(ScratchDatabase scratch) {
        return """
            EXISTS (SELECT 1 FROM sys.databases AS d WHERE d.name = %s
                AND d.create_date >= CONVERT(datetime, %s, 126))""".formatted(TSql.literal(scratch.name()), TSql.literal(LOCAL.format(scratch.since())));
    }

    private static String drop(ScratchDatabase scratch) {
        return """
            IF %s
                DROP DATABASE %s;""".formatted(isThere(scratch), TSql.name(scratch.name()));
    }

    /** Half of it may have been done before. */
    private static String swap(RebuildStep.SwapCredential swap) {
        return """
            IF %1$s
                ALTER LOGIN %3$s DROP CREDENTIAL %4$s;
            IF NOT %2$s
                ALTER LOGIN %3$s ADD CREDENTIAL %5$s;""".formatted(
                        mapped(swap.login(), swap.from()),
                        mapped(swap.login(), swap.to()),
                        TSql.name(swap.login().value()),
                        TSql.name(swap.from().value()),
                        TSql.name(swap.to().value()));
    }

    private static String mapped(LoginName login, CredentialName credential) {
        return """
            EXISTS (SELECT 1 FROM sys.server_principals AS s
                JOIN sys.server_principal_credentials AS m ON m.principal_id = s.principal_id
                JOIN sys.credentials AS c ON c.credential_id = m.credential_id
                WHERE s.name = %s AND c.name = %s)""".formatted(TSql.literal(login.value()), TSql.literal(credential.value()));
    }

    private static String create(RebuildStep.OpenInScratch open) {
        return "CREATE ASYMMETRIC KEY " + TSql.name(open.key().value()) + " FROM PROVIDER "
                + TSql.name(open.provider().value()) + " WITH PROVIDER_KEY_NAME = "
                + TSql.literal(open.vaultKey().toString()) + ", CREATION_DISPOSITION = OPEN_EXISTING;";
    }

    /** What fails in between leaves no scratch database; the key of the provider stays in the vault. */
    private static String inScratch(Object... values) {
        return """
            IF %1$s
                DROP DATABASE %2$s;
            CREATE DATABASE %2$s;
            BEGIN TRY
                EXEC %2$s.sys.sp_executesql
                    %3$s;
                IF NOT EXISTS (SELECT 1 FROM %2$s.sys.asymmetric_keys AS a WHERE a.name = %4$s AND a.thumbprint = %5$s)
                    RAISERROR (%6$s, 16, 1);
            END TRY
            BEGIN CATCH
                IF %1$s
                    DROP DATABASE %2$s;
                THROW;
            END CATCH;
            IF %1$s
            BEGIN
                DROP DATABASE %2$s;
                PRINT %7$s;
            END;""".formatted(values);
    }

    private static String open(RebuildStep.OpenInScratch open) {
        String scratch = TSql.name(open.scratch().name());
        String key = open.key().value();
        String same = "Key " + open.vaultKey() + " opened, with the thumbprint of " + key + ": " + open.thumbprint();
        String other = "Key " + open.vaultKey() + " was opened, but its thumbprint is not that of " + key;
        return inScratch(
                isThere(open.scratch()),
                scratch,
                TSql.literal(create(open)),
                TSql.literal(key),
                open.thumbprint(),
                TSql.literal(other.replace("%", "%%")),
                TSql.literal(same));
    }

    /** The identifier of the application is no secret; what follows it is, and stands in no script. */
    private static Script point(RebuildStep.PointCredential point) {
        String before = "ALTER CREDENTIAL " + TSql.name(point.credential().value()) + "\nWITH IDENTITY = "
                + TSql.literal(point.to()) + ",\nSECRET = N'"
                + point.application().withoutHyphens();
        return new Script(
                List.of(new Script.Text(before), new Script.Slot(KeyActs.APPLICATION_SECRET), new Script.Text("';")));
    }
}
