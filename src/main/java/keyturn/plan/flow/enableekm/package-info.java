/**
 * Makes a server ready for keys outside of it: the switch, the provider, a credential for the login that opens keys, and with it the
 * first key, so that a new server is set up by one plan. What is there already is left as it is.
 */
@NullMarked
package keyturn.plan.flow.enableekm;

import org.jspecify.annotations.NullMarked;
