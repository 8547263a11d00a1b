package keyturn.script.act;

import keyturn.plan.step.SetupStep;
import keyturn.script.Script;
import keyturn.script.TSql;

/** The T-SQL of the steps that make a server ready for keys outside of it. */
final class SetupActs {

    private SetupActs() {}

    static Script of(SetupStep step) {
        return Script.of(
                switch (step) {
                    case SetupStep.TurnEkmOn on -> turn(true);
                    case SetupStep.TurnEkmOff off -> turn(false);
                    case SetupStep.CreateProvider create ->
                        "CREATE CRYPTOGRAPHIC PROVIDER "
                                + TSql.name(create.provider().value()) + "\nFROM FILE = "
                                + TSql.literal(create.dll().value()) + ";";
                    case SetupStep.DropProvider drop ->
                        "DROP CRYPTOGRAPHIC PROVIDER "
                                + TSql.name(drop.provider().value()) + ";";
                });
    }

    /** The option is an advanced one: those are shown for as long as it takes, and afterwards shown or hidden as before. */
    private static String turn(boolean on) {
        return """
                DECLARE @Shown int = (SELECT CONVERT(int, value_in_use) FROM sys.configurations
                    WHERE name = N'show advanced options');
                EXEC sys.sp_configure N'show advanced options', 1;
                RECONFIGURE;
                EXEC sys.sp_configure N'EKM provider enabled', %s;
                RECONFIGURE;
                EXEC sys.sp_configure N'show advanced options', @Shown;
                RECONFIGURE;""".formatted(on ? "1" : "0");
    }
}
