package keyturn.ui.frame;

/** A page: what it decides and how it looks. */
public record Page(PageModel model, PageView view) {}
