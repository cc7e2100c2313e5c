package io.fumikura.document.text;

/**
 * A rectangle on a page, in fractions (0…1) of the page's width and height as displayed (after the page's own rotation);
 * the origin is the top left corner. Values outside of the page are clipped.
 */
public record Box(float left, float top, float right, float bottom) {

    /** No place: white space, and text without a layout, e.g. the cells of a workbook. */
    public static final Box NONE = new Box(0, 0, 0, 0);

    public Box {
        left = clip(left);
        top = clip(top);
        right = Math.max(left, clip(right));
        bottom = Math.max(top, clip(bottom));
    }

    private static float clip(float value) {
        return value > 0 ? Math.min(value, 1) : 0;
    }

    public boolean isNone() {
        return right <= left || bottom <= top;
    }

    public float width() {
        return right - left;
    }

    public float height() {
        return bottom - top;
    }

    /** The smallest box around both; the other one when one is {@link #NONE}. */
    public Box union(Box other) {
        if (isNone()) {
            return other;
        }
        if (other.isNone()) {
            return this;
        }
        return new Box(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }
}
