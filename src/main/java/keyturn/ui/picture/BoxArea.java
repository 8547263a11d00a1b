package keyturn.ui.picture;

/** A rectangle of a picture, in pixels from its upper left corner. */
record BoxArea(double x, double y, double width, double height) {

    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }

    double middle() {
        return y + height / 2;
    }

    boolean overlaps(BoxArea other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }
}
