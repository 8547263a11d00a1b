/**
 * Offers the practice range to the product: worlds to start, and how each is reached, as any server is.
 *
 * <p>Ships with the range in {@code keyturn-range.jar} and is found by {@link java.util.ServiceLoader}, so that the product
 * is whole without the jar and simply offers no practice. Nobody else may know the range, and the range knows nothing of
 * the product: one misunderstanding cannot pass both ends.
 */
@NullMarked
package keyturn.rehearsal;

import org.jspecify.annotations.NullMarked;
