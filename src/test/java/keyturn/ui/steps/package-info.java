/** The rows of a plan's steps, without a toolkit. */
@NullMarked
package keyturn.ui.steps;

import org.jspecify.annotations.NullMarked;
