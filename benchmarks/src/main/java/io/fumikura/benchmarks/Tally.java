package io.fumikura.benchmarks;

import java.util.Locale;

/** Counts of one field over all documents. */
final class Tally {

    private int right;
    private int predicted;
    private int gold;
    private int absent;
    private int filled;

    /**
     * @param isThere whether the truth has a value
     * @param isPredicted whether the platform has one
     * @param isRight whether they are the same
     */
    void add(boolean isThere, boolean isPredicted, boolean isRight) {
        gold += isThere ? 1 : 0;
        absent += isThere ? 0 : 1;
        filled += !isThere && isPredicted ? 1 : 0;
        predicted += isPredicted ? 1 : 0;
        right += isThere && isPredicted && isRight ? 1 : 0;
    }

    /** Adds counts of single values of a field with several. */
    void addMany(int right, int gold, int predicted) {
        this.right += right;
        this.gold += gold;
        this.predicted += predicted;
    }

    double precision() {
        return predicted == 0 ? Double.NaN : (double) right / predicted;
    }

    double recall() {
        return gold == 0 ? Double.NaN : (double) right / gold;
    }

    double f1() {
        double sum = precision() + recall();
        return sum > 0 ? 2 * precision() * recall() / sum : 0;
    }

    double falseFills() {
        return absent == 0 ? Double.NaN : (double) filled / absent;
    }

    String row(String field) {
        return String.format(
                Locale.ROOT,
                "%-24s %9s %9s %9s %11s   %d of %d, %d predicted, %d absent",
                field,
                share(precision()),
                share(recall()),
                share(f1()),
                share(falseFills()),
                right,
                gold,
                predicted,
                absent);
    }

    static String header() {
        return String.format("%-24s %9s %9s %9s %11s", "field", "precision", "recall", "F1", "false fills");
    }

    private static String share(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.3f", value);
    }
}
