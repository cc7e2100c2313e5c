package io.fumikura.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;

/** Sentences that must be true at the end of a benchmark. */
final class Verdicts {

    private final Map<String, Boolean> sentences = new LinkedHashMap<>();

    void add(String sentence, boolean isTrue) {
        sentences.put(sentence, isTrue);
    }

    /** Prints all, and a last line that programs count. @throws NotMetException when one is false */
    void print() throws NotMetException {
        sentences.forEach((sentence, isTrue) -> System.out.println((isTrue ? "passed: " : "FAILED: ") + sentence));
        long passed = sentences.values().stream().filter(isTrue -> isTrue).count();
        System.out.printf("%d passed, %d failed%n", passed, sentences.size() - passed);
        if (passed < sentences.size()) {
            throw new NotMetException();
        }
    }

    /** What must never happen has happened. */
    static final class NotMetException extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
