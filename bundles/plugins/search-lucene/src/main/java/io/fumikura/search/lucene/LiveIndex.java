package io.fumikura.search.lucene;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;

/** An open index. Changes of one call become visible together; calls at the same time share a refresh. */
final class LiveIndex {

    private final IndexWriter writer;
    private final SearcherManager searchers;
    /** Changes are made under the read lock, a refresh under the write lock. */
    private final ReentrantReadWriteLock changing = new ReentrantReadWriteLock();
    private final ReentrantLock refreshing = new ReentrantLock();
    private final AtomicLong changed = new AtomicLong();
    private long visible;

    LiveIndex(IndexWriter writer) throws IOException {
        this.writer = writer;
        searchers = new SearcherManager(writer, new SearcherFactory());
    }

    /** Something to do with the writer. */
    interface Change {
        void make(IndexWriter writer) throws IOException;
    }

    /** Something to do with a searcher. */
    interface Question<T, E extends Exception> {
        T ask(IndexSearcher searcher) throws IOException, E;
    }

    void change(Change change) throws IOException {
        show(make(change));
    }

    /** A change that becomes visible with the next {@link #change} or {@link #commit}. */
    void changeUnseen(Change change) throws IOException {
        make(change);
    }

    /** @return number of the change */
    private long make(Change change) throws IOException {
        changing.readLock().lock();
        try {
            change.make(writer);
            return changed.incrementAndGet();
        } finally {
            changing.readLock().unlock();
        }
    }

    private void show(long mine) throws IOException {
        refreshing.lock();
        try {
            if (visible < mine) {
                refresh();
            }
        } finally {
            refreshing.unlock();
        }
    }

    private void refresh() throws IOException {
        changing.writeLock().lock();
        try {
            long now = changed.get();
            searchers.maybeRefreshBlocking();
            visible = now;
        } finally {
            changing.writeLock().unlock();
        }
    }

    <T, E extends Exception> T ask(Question<T, E> question) throws IOException, E {
        IndexSearcher searcher = searchers.acquire();
        try {
            return question.ask(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    void commit() throws IOException {
        writer.commit();
        show(changed.get());
    }

    /** Whether it can still be written; a full disk ends a writer for good. */
    boolean isOpen() {
        return writer.isOpen();
    }

    /** Gives up merges, and changes since the last commit. */
    void close() throws IOException {
        try (var directory = writer.getDirectory()) {
            searchers.close();
            writer.rollback();
        }
    }
}
