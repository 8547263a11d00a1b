package keyturn.tools;

import com.azure.security.keyvault.keys.implementation.KeyVaultCredentialPolicy;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Microsoft's client keeps for the whole process which tenant a vault's address named. Ports come again: a range that gets
 * the port of an earlier one would be asked for the other's tenant.
 */
public final class ForgottenChallenges implements TestExecutionListener {

    @Override
    public void executionStarted(TestIdentifier test) {
        if (!isBesideOthers(test)) {
            KeyVaultCredentialPolicy.clearCache();
        }
    }

    /** Its start is in the middle of another test, which may count its requests to a vault: a challenge anew is one more. */
    private static boolean isBesideOthers(TestIdentifier test) {
        return test.getSource().orElse(null) instanceof MethodSource method
                && method.getJavaClass().isAnnotationPresent(BesideOthers.class);
    }
}
