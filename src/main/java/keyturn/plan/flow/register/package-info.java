/**
 * Brings a key of the vault into master, with the login and the credential by which the engine opens it: after it was dropped,
 * after a restore on another server, wherever SQL Server finds no key with a thumbprint (33111). Which version of which key it is
 * is found before anything is made, where anything shows it; else the thumbprint decides once the key is open.
 */
@NullMarked
package keyturn.plan.flow.register;

import org.jspecify.annotations.NullMarked;
