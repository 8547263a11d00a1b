package keyturn.practice.tsql.syntax;

import java.util.List;
import java.util.Optional;

/** Statements about credentials, keys of a provider, the logins that stand for them, and database encryption keys. */
public sealed interface KeyStatement extends Statement {

    /** {@code CREATE CREDENTIAL c WITH IDENTITY = 'i', SECRET = 's' FOR CRYPTOGRAPHIC PROVIDER p}. */
    record CreateCredential(
            int line, String name, String identity, Optional<Concealed> secret, Optional<String> provider)
            implements KeyStatement {}

    /** {@code ALTER CREDENTIAL c WITH IDENTITY = 'i', SECRET = 's'}: both are set anew, a secret left out is none. */
    record AlterCredential(int line, String name, String identity, Optional<Concealed> secret)
            implements KeyStatement {}

    /** {@code DROP CREDENTIAL c}. */
    record DropCredential(int line, String name) implements KeyStatement {}

    /**
     * {@code CREATE ASYMMETRIC KEY k AUTHORIZATION u FROM ...}.
     *
     * @param password what the private key is encrypted by, where the statement says so
     */
    record CreateAsymmetricKey(
            int line, String name, Optional<String> owner, KeySource source, Optional<Concealed> password)
            implements KeyStatement {}

    /** {@code ALTER ASYMMETRIC KEY k ...}: whatever it is, a key of a provider does not take it. */
    record AlterAsymmetricKey(int line, String name, boolean removesPrivateKey) implements KeyStatement {}

    /** {@code DROP ASYMMETRIC KEY k REMOVE PROVIDER KEY}. */
    record DropAsymmetricKey(int line, String name, boolean removeProviderKey) implements KeyStatement {}

    /** {@code CREATE LOGIN l ...}. */
    record CreateLogin(int line, String name, LoginSource source) implements KeyStatement {}

    /** {@code ALTER LOGIN l ...}. */
    record AlterLogin(int line, String name, LoginChange change) implements KeyStatement {}

    /** {@code DROP LOGIN l}. */
    record DropLogin(int line, String name) implements KeyStatement {}

    /** {@code CREATE DATABASE ENCRYPTION KEY WITH ALGORITHM = AES_256 ENCRYPTION BY SERVER ASYMMETRIC KEY k}. */
    record CreateEncryptionKey(int line, String algorithm, Encryptor encryptor) implements KeyStatement {}

    /**
     * {@code ALTER DATABASE ENCRYPTION KEY ...}.
     *
     * @param algorithm of REGENERATE, in upper case
     * @param encryptor of ENCRYPTION BY; at least one of both is there
     */
    record AlterEncryptionKey(int line, Optional<String> algorithm, Optional<Encryptor> encryptor)
            implements KeyStatement {}

    /** {@code DROP DATABASE ENCRYPTION KEY}. */
    record DropEncryptionKey(int line) implements KeyStatement {}

    /** What wraps a database encryption key: an asymmetric key of the server, else a certificate. */
    record Encryptor(boolean asymmetric, String name) {}

    /** Where an asymmetric key comes from. */
    sealed interface KeySource {}

    /**
     * {@code FROM PROVIDER p WITH PROVIDER_KEY_NAME = 'n', CREATION_DISPOSITION = OPEN_EXISTING}.
     *
     * @param algorithm in upper case
     * @param createNew also what is meant where no disposition is written
     */
    record FromProvider(String provider, Optional<String> algorithm, Optional<String> keyName, boolean createNew)
            implements KeySource {}

    /** {@code WITH ALGORITHM = RSA_2048}: the server makes it. */
    record Generated(String algorithm) implements KeySource {}

    /** {@code FROM FILE = 'f'} and {@code FROM EXECUTABLE FILE = 'f'}. */
    record FromFile(String file) implements KeySource {}

    /** {@code FROM ASSEMBLY a}. */
    record FromAssembly(String assembly) implements KeySource {}

    /** What a login is made of. */
    sealed interface LoginSource {}

    /** {@code WITH PASSWORD = 'p' MUST_CHANGE, CHECK_POLICY = OFF}. */
    record WithPassword(Concealed password, boolean hashed, boolean mustChange, List<LoginOption> options)
            implements LoginSource {
        public WithPassword {
            options = List.copyOf(options);
        }
    }

    /** {@code FROM WINDOWS WITH DEFAULT_DATABASE = d}. */
    record FromWindows(List<LoginOption> options) implements LoginSource {
        public FromWindows {
            options = List.copyOf(options);
        }
    }

    /** {@code FROM EXTERNAL PROVIDER WITH DEFAULT_DATABASE = d}. */
    record FromExternal(List<LoginOption> options) implements LoginSource {
        public FromExternal {
            options = List.copyOf(options);
        }
    }

    /** {@code FROM ASYMMETRIC KEY k WITH CREDENTIAL = c} or {@code FROM CERTIFICATE c}. */
    record FromKey(Encryptor key, Optional<String> credential) implements LoginSource {}

    /** What ALTER LOGIN changes. */
    sealed interface LoginChange {}

    /** ENABLE or DISABLE. */
    record Switched(boolean enable) implements LoginChange {}

    /** {@code ADD CREDENTIAL c} or {@code DROP CREDENTIAL c}. */
    record Mapped(boolean add, String credential) implements LoginChange {}

    /** {@code WITH PASSWORD = 'p' OLD_PASSWORD = 'o', NAME = n, NO CREDENTIAL}. */
    record Options(Optional<Concealed> password, Optional<Concealed> old, List<LoginOption> options)
            implements LoginChange {
        public Options {
            options = List.copyOf(options);
        }
    }

    /**
     * One {@code WORD = value}.
     *
     * @param word in upper case; CREDENTIAL with an empty value is NO CREDENTIAL
     */
    record LoginOption(String word, String value) {}
}
