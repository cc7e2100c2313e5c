package io.fumikura.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs the same work in several threads that start at the same moment. */
final class Together {

    static final int THREADS = 4;

    private Together() {}

    /** @return what each thread answered, in order of {@code work}'s argument from 0 */
    static <T> List<T> run(Work<T> work) throws Exception {
        var barrier = new CyclicBarrier(THREADS);
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            var running = new ArrayList<Future<T>>();
            for (int i = 0; i < THREADS; i++) {
                int number = i;
                Callable<T> task = () -> {
                    barrier.await();
                    return work.run(number);
                };
                running.add(threads.submit(task));
            }
            var answers = new ArrayList<T>();
            for (Future<T> future : running) {
                answers.add(future.get());
            }
            return answers;
        } catch (ExecutionException e) {
            throw new AssertionError("failed when called from several threads", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    @FunctionalInterface
    interface Work<T> {
        T run(int number) throws Exception;
    }
}
