package keyturn.tools;

import com.azure.security.keyvault.keys.implementation.KeyVaultCredentialPolicy;
import java.util.Optional;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
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

    /**
     * Its start is in the middle of another test, which may count its requests to a vault: a challenge anew is one more. That is
     * true of the start of its class and of each of its methods.
     */
    private static boolean isBesideOthers(TestIdentifier test) {
        return test.getSource()
                .flatMap(ForgottenChallenges::ofClass)
                .filter(type -> type.isAnnotationPresent(BesideOthers.class))
                .isPresent();
    }

    private static Optional<Class<?>> ofClass(TestSource source) {
        if (source instanceof MethodSource method) {
            return Optional.of(method.getJavaClass());
        }
        return source instanceof ClassSource type ? Optional.of(type.getJavaClass()) : Optional.empty();
    }
}
