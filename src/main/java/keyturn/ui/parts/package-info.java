/**
 * Controls that several pages share: banner, card, tag, field, list of steps, script view, words, icons. Knows no page and
 * nothing of the draft.
 *
 * <p>Decided: scripts are shown in a virtualised list of coloured lines of one height; long lines are cut into rows here,
 * not by a text flow, so that a script of ten thousand lines scrolls as one of ten. A text area stands in for free
 * selection and for screen readers.
 *
 * <p>Decided: the sign of a wrong field stands before its sentence, not on the control. ControlsFX's decoration replaces the
 * scene's root with one of its own as soon as it draws, and the theme's variables and our light and dark hang on that root.
 */
@NullMarked
package keyturn.ui.parts;

import org.jspecify.annotations.NullMarked;
