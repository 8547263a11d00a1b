package keyturn.tools;

import com.azure.security.keyvault.keys.implementation.KeyVaultCredentialPolicy;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Microsoft's client keeps for the whole process which tenant a vault's address named. Ports come again: a range that gets
 * the port of an earlier one would be asked for the other's tenant.
 */
public final class ForgottenChallenges implements TestExecutionListener {

    @Override
    public void executionStarted(TestIdentifier test) {
        KeyVaultCredentialPolicy.clearCache();
    }
}
