/**
 * The support bundle: what helps somebody else to understand a fault, without anything that opens a door. Each text is read by
 * {@link keyturn.evidence.support.Redaction} before it is written, although none should hold a secret in the first place.
 */
@NullMarked
package keyturn.evidence.support;

import org.jspecify.annotations.NullMarked;
