package io.fumikura.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Files that all show the same word, which nothing else shows. */
record Batch(String mark, List<byte[]> files) {

    static Batch make(int count) throws IOException {
        var samples = new SampleFiles(newMark());
        var files = new ArrayList<byte[]>();
        for (int number = 0; number < count; number++) {
            files.add(samples.pdf(number));
        }
        return new Batch(samples.mark(), List.copyOf(files));
    }

    static String newMark() {
        var mark = new StringBuilder("BATCH");
        for (int i = 0; i < 8; i++) {
            mark.append((char) ('A' + ThreadLocalRandom.current().nextInt(26)));
        }
        return mark.toString();
    }
}
