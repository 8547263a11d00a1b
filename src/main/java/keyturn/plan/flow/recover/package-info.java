/** The lost vault as one guided flow: triage, the vault, its keys, rights, tests through the engine, credentials, the restart if one is needed. */
@NullMarked
package keyturn.plan.flow.recover;

import org.jspecify.annotations.NullMarked;
