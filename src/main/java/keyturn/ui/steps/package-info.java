/**
 * The steps of a plan as rows in sections that fold. Knows no page and nothing of the draft.
 *
 * <p>Decided: a flat list of rows of one height, not a tree control. Rows are made when a section opens and say nothing until
 * they come into sight, so that a rotation of ten thousand databases folds like one of ten.
 */
@NullMarked
package keyturn.ui.steps;

import org.jspecify.annotations.NullMarked;
