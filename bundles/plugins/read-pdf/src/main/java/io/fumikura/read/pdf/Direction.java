package io.fumikura.read.pdf;

/**
 * Where a line of text runs to on the displayed page. Lines are put together in coordinates along ({@code u}) and across ({@code v})
 * the direction, so that the same rules serve horizontal, vertical and turned text.
 */
enum Direction {
    RIGHT,
    /** Vertical writing, and horizontal text turned clockwise: next line to the left. */
    DOWN,
    LEFT,
    UP;

    /** @param x to the right, y down, of a unit vector along the line */
    static Direction of(double x, double y) {
        if (Math.abs(x) >= Math.abs(y)) {
            return x >= 0 ? RIGHT : LEFT;
        }
        return y > 0 ? DOWN : UP;
    }

    double u(double x, double y) {
        return switch (this) {
            case RIGHT -> x;
            case DOWN -> y;
            case LEFT -> -x;
            case UP -> -y;
        };
    }

    double v(double x, double y) {
        return switch (this) {
            case RIGHT -> y;
            case DOWN -> -x;
            case LEFT -> -y;
            case UP -> x;
        };
    }
}
