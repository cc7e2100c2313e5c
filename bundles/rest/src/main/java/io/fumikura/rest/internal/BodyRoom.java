package io.fumikura.rest.internal;

import java.util.HashMap;
import java.util.Map;

/**
 * The memory that bodies may take while they are received and worked on: of all, and of each sender, so that nobody fills it by sending much, slowly,
 * over many connections.
 */
final class BodyRoom {

    private final long most;
    private final long mostOfOne;
    private final Map<String, Long> held = new HashMap<>();
    private long all;

    /**
     * @param most bytes of all together
     * @param mostOfOne bytes of one sender
     */
    BodyRoom(long most, long mostOfOne) {
        this.most = most;
        this.mostOfOne = mostOfOne;
    }

    /** @return whether there was room, which is taken now */
    synchronized boolean take(String sender, long bytes) {
        long own = held.getOrDefault(sender, 0L) + bytes;
        if (own > mostOfOne || all + bytes > most) {
            return false;
        }
        held.put(sender, own);
        all += bytes;
        return true;
    }

    synchronized void giveBack(String sender, long bytes) {
        long own = held.getOrDefault(sender, 0L) - bytes;
        if (own > 0) {
            held.put(sender, own);
        } else {
            held.remove(sender);
        }
        all -= bytes;
    }
}
