/** What is wrong with vaults that cannot be used: most of what looks like a lost vault is none. Pure. */
@NullMarked
package keyturn.plan.triage;

import org.jspecify.annotations.NullMarked;
