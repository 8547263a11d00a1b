/**
 * What depends on what: provider, asymmetric keys, logins, credentials, vaults, vault keys and the databases on them, as one graph
 * over an inspection and its forecast. Picture, table, text and export show this graph and no other.
 *
 * <p>How a part stands is taken from the forecast, never found out a second time. What could not be read is a part of its own whose
 * state is unknown, so that nothing is missing from the picture without a word.
 *
 * <p>Nothing here is worded: {@link keyturn.plan.words.DependencyWords} does that.
 */
@NullMarked
package keyturn.plan.depend;

import org.jspecify.annotations.NullMarked;
