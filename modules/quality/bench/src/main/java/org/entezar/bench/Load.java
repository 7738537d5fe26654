package org.entezar.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.entezar.fixtures.Product;

/**
 * Repeats an operation from a few threads, first to warm up, then counted. The server's compiler begins late
 * (docs/adr/0042), so warm means tens of thousands of requests.
 */
final class Load {

    /** One operation of a client. */
    @FunctionalInterface
    interface Operation {
        void run() throws Exception;
    }

    private final Product product;
    private final int threads;

    Load(Product product, int threads) {
        this.product = product;
        this.threads = threads;
    }

    Measurement measure(String name, int warm, int counted, String target, Operation operation) throws Exception {
        repeat(warm, operation, new long[warm]);
        long[] latencies = new long[counted];
        CpuTime before = CpuTime.of(product);
        long began = System.nanoTime();
        repeat(counted, operation, latencies);
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Measurement(
                name, counted, seconds, latencies, CpuTime.of(product).since(before), target);
    }

    private void repeat(int times, Operation operation, long[] latencies) throws Exception {
        AtomicLong next = new AtomicLong();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<?>> running = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            running.add(pool.submit(() -> {
                for (long i = next.getAndIncrement(); i < times; i = next.getAndIncrement()) {
                    long start = System.nanoTime();
                    operation.run();
                    latencies[(int) i] = System.nanoTime() - start;
                }
                return null;
            }));
        }
        pool.shutdown();
        for (Future<?> one : running) {
            try {
                one.get();
            } catch (ExecutionException failure) {
                pool.shutdownNow();
                throw new IllegalStateException("An operation failed", failure.getCause());
            }
        }
    }
}
