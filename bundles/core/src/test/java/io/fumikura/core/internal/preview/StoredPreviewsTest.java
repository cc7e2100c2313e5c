package io.fumikura.core.internal.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fumikura.account.Permission;
import io.fumikura.account.PlatformException;
import io.fumikura.core.internal.persistence.TestDatabase;
import io.fumikura.core.internal.pipeline.FileCache;
import io.fumikura.core.internal.pipeline.Platform;
import io.fumikura.core.internal.pipeline.SamplePlugins.PlainRecogniser;
import io.fumikura.core.internal.pipeline.SamplePlugins.PlainRenderer;
import io.fumikura.core.internal.plugin.Plugin;
import io.fumikura.core.internal.record.Company;
import io.fumikura.core.internal.record.RecordViews;
import io.fumikura.core.internal.storage.Blobs;
import io.fumikura.core.internal.storage.StorageTrouble;
import io.fumikura.core.internal.storage.WorkFolder;
import io.fumikura.document.InputState;
import io.fumikura.document.Previews.Content;
import io.fumikura.document.Previews.Hit;
import io.fumikura.document.Previews.PageSize;
import io.fumikura.document.RecordId;
import io.fumikura.storage.spi.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

class StoredPreviewsTest {

    @TempDir(cleanup = CleanupMode.NEVER)
    Path folder;

    private final PlainRenderer renderer = new PlainRenderer();
    private Platform platform;
    private StoredPreviews previews;
    private RecordId id;

    @BeforeEach
    void open() {
        platform = new Platform(TestDatabase.H2, folder).complete();
        platform.plugins.renderers().add("renderer", Plugin.of("renderer 1.0.0", renderer));
        platform.plugins.readers().add("ocr", Plugin.of("ocr 1.0.0", new PlainRecogniser()));
        previews = new StoredPreviews(
                platform.transactions,
                platform.secrets,
                new Blobs(platform.blobs),
                platform.plugins,
                platform.calls,
                new FileCache(folder.resolve("previews"), 1 << 20),
                new RecordViews(platform.transactions),
                Platform.limits(),
                folder.resolve("shown"));
        id = platform.upload("loan.pdf", "%PDF-title=契約\n書ＡＢＣ; start=2024-04-01\fscan:second page\fthird");
        platform.await(id, InputState.COMPLETE);
    }

    @AfterEach
    void close() throws Exception {
        previews.close();
        platform.close();
    }

    @Test
    void tellsTheSizesOfPages() {
        assertThat(previews.pages(platform.clerk, id)).hasSize(3).first().isEqualTo(new PageSize(1, 595, 842));
        assertThat(previews.pages(platform.clerk, id)).as("from the cache").hasSize(3);
    }

    @Test
    void drawsAPageOnceForManyWhoAsk() throws Exception {
        int before = renderer.drawn.get();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 6; i++) {
            var thread = new Thread(() -> image(3, 700));
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(renderer.drawn.get() - before).isEqualTo(1);
        assertThat(image(3, 800)).isEqualTo("third");
    }

    @Test
    void givesTextPagesAsPngAndScannedOnesAsJpeg() throws Exception {
        try (Content text = previews.image(platform.clerk, id, 1, 200);
                Content scan = previews.image(platform.clerk, id, 2, 200)) {
            assertThat(text.mediaType()).isEqualTo("image/png");
            assertThat(scan.mediaType()).isEqualTo("image/jpeg");
            assertThat(text.etag()).isNotEqualTo(scan.etag());
        }
    }

    @Test
    void drawsAgainWhatTheCacheLost() {
        String first = image(1, 200);
        WorkFolder.delete(folder.resolve("previews"));

        assertThat(image(1, 200)).isEqualTo(first);
    }

    @Test
    void findsTextOverLinesAndWidths() {
        assertThat(previews.find(platform.clerk, id, "契約書abc", false)).singleElement().satisfies(hit -> {
            assertThat(hit.page()).isEqualTo(1);
            assertThat(hit.boxes()).isNotEmpty();
            String text = previews.text(platform.clerk, id, 1).text();
            assertThat(text.substring(hit.start(), hit.end())).isEqualTo("契約\n書ＡＢＣ");
        });
        assertThat(previews.find(platform.clerk, id, "契約書abc", true)).isEmpty();
        assertThat(previews.find(platform.clerk, id, "second PAGE", false)).extracting(Hit::page).containsExactly(2);
        assertThat(previews.find(platform.clerk, id, " ", false)).isEmpty();
    }

    @Test
    void givesTheOriginalAndItsPdf() throws Exception {
        try (Content original = previews.original(platform.clerk, id);
                Content pdf = previews.pdf(platform.clerk, id)) {
            assertThat(original.fileName()).isEqualTo("loan.pdf");
            assertThat(text(original)).startsWith("%PDF-");
            assertThat(text(pdf)).startsWith("%PDF-");
        }
    }

    @Test
    void saysWhyAPageCantBeShown() {
        platform.plugins.renderers().remove("renderer");
        RecordId other = platform.upload("loan.txt", "title=a; start=2024-04-01");
        platform.await(other, InputState.COMPLETE);

        assertThatThrownBy(() -> previews.image(platform.clerk, other, 1, 200))
                .isInstanceOfSatisfying(PlatformException.class, e -> {
                    assertThat(e.code()).isEqualTo("preview.unavailable");
                    assertThat(e.getMessage()).contains("text/plain");
                });
        assertThatThrownBy(() -> previews.image(platform.clerk, id, 9, 200)).isInstanceOf(PlatformException.class);
    }

    @Test
    void tellsThatALostFileMustBeRestored() {
        WorkFolder.delete(folder.resolve("blobs"));

        assertThatThrownBy(() -> previews.image(platform.clerk, id, 1, 1600)).satisfies(StoredPreviewsTest::isLost);
        assertThatThrownBy(() -> previews.original(platform.clerk, id)).satisfies(StoredPreviewsTest::isLost);
        assertThatThrownBy(() -> previews.pdf(platform.clerk, id)).satisfies(StoredPreviewsTest::isLost);
    }

    @Test
    void tellsOfDamageThatIsFoundWhileReading() {
        var damaged = new IOException("damaged", StorageException.damaged("abc", null));

        assertThatThrownBy(() -> StorageTrouble.telling(new FailingStream(damaged)).read(new byte[10])).satisfies(StoredPreviewsTest::isLost);
        assertThatThrownBy(() -> StorageTrouble.telling(new FailingStream(damaged)).read()).satisfies(StoredPreviewsTest::isLost);
        assertThatThrownBy(() -> StorageTrouble.telling(new FailingStream(new IOException("network"))).read())
                .isInstanceOf(IOException.class);
    }

    private static final class FailingStream extends InputStream {
        private final IOException reason;

        FailingStream(IOException reason) {
            this.reason = reason;
        }

        @Override
        public int read() throws IOException {
            throw reason;
        }
    }

    private static void isLost(Throwable e) {
        assertThat(e).isInstanceOfSatisfying(PlatformException.class, told -> {
            assertThat(told.code()).isEqualTo("storage.damaged");
            assertThat(told.getMessage()).contains("restored from a backup");
        });
    }

    @Test
    void showsNothingToStrangers() {
        var stranger = Company.found(platform.transactions, "他社").hire("他人", Permission.VIEWER);

        assertThatThrownBy(() -> previews.pages(stranger, id))
                .isInstanceOfSatisfying(PlatformException.class, e -> assertThat(e.code()).isEqualTo("record.unknown"));
    }

    @Test
    void drawsTheFirstPageByItself() throws Exception {
        var first = new FirstPages(platform.transactions, platform.secrets, previews, platform.pipeline, platform.writer);
        try {
            RecordId other = platform.upload("loan.pdf", "%PDF-title=other; start=2024-04-01");
            String content = platform.await(other, InputState.COMPLETE).sha256;
            Path drawn = folder.resolve("previews").resolve(platform.clerk.tenant().toString()).resolve(content).resolve("1-800.png");
            Platform.await(() -> Files.exists(drawn), () -> "not drawn");
        } finally {
            first.close();
        }
    }

    private String image(int page, int width) {
        try (Content content = previews.image(platform.clerk, id, page, width)) {
            return text(content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Content content) throws IOException {
        return new String(content.data().readAllBytes(), StandardCharsets.UTF_8);
    }
}
