/**
 * A scenario made from an inspection that {@code keyturn inspect --json} wrote (format 1, documented with the command line): databases,
 * keys, logins, credentials, provider and DLLs as they were found, with keys, secrets and an identity of its own.
 *
 * <p>Knows that documented text and nothing of the product. What an inspection cannot tell is a {@link keyturn.practice.copy.CopyGap}.
 */
@NullMarked
package keyturn.practice.copy;

import org.jspecify.annotations.NullMarked;
