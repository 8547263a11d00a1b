package keyturn.ui.picture;

import keyturn.ui.files.FileQuestion;
import keyturn.ui.work.Background;

/** How pictures are written to files. */
public record PictureFiles(Background background, FileQuestion question) {}
