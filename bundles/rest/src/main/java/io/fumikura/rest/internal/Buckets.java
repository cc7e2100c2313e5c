package io.fumikura.rest.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Buckets of tokens, one for each key: each request takes a token, and time fills them again. Remembers the last 10,000 keys. */
final class Buckets {

    private static final int KEYS = 10_000;
    private static final double NANOS = 1e9;

    private final double perSecond;
    private final double burst;
    private final LongSupplier nanos;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > KEYS;
        }
    };

    private record Bucket(double tokens, long at) {}

    /**
     * @param perSecond 0 or less for no limit
     * @param burst tokens of a full bucket
     */
    Buckets(int perSecond, int burst, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.burst = Math.max(1, burst);
        this.nanos = nanos;
    }

    /** Takes a token. @return 0, or after how many whole seconds there will be one when there is none */
    synchronized long take(String key) {
        if (perSecond <= 0) {
            return 0;
        }
        long now = nanos.getAsLong();
        Bucket before = buckets.get(key);
        double filled = before == null ? burst : Math.min(burst, before.tokens() + (now - before.at()) / NANOS * perSecond);
        boolean given = filled >= 1;
        buckets.put(key, new Bucket(given ? filled - 1 : filled, now));
        return given ? 0 : (long) Math.ceil((1 - filled) / perSecond);
    }
}
