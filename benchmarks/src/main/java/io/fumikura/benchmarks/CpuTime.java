package io.fumikura.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Processor time that a process and all its helpers have used; says more than the clock on a machine that others use as well. */
final class CpuTime {

    private static final double TICKS_PER_SECOND = 100;
    /** Places in /proc/PID/stat after the command: own time in user and system mode, then that of children that have ended. */
    private static final int FIRST = 11;

    private CpuTime() {}

    static double seconds(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToDouble(one -> seconds(one.pid()))
                .sum();
    }

    private static double seconds(long pid) {
        try {
            String line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            double ticks = 0;
            for (int field = FIRST; field < FIRST + 4; field++) {
                ticks += Double.parseDouble(fields[field]);
            }
            return ticks / TICKS_PER_SECOND;
        } catch (IOException e) {
            return 0; // it has just ended
        }
    }
}
