package io.fumikura.web.ui.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

    @TempDir
    Path bundle;

    private final List<String> asked = new ArrayList<>();
    private Pages pages;

    @BeforeEach
    void fillBundle() throws Exception {
        Files.createDirectories(bundle.resolve("static/assets"));
        for (String file : List.of("assets/index-1a2b.js", "assets/index-1a2b.js.br", "assets/index-1a2b.js.gz", "favicon.svg")) {
            Files.writeString(bundle.resolve("static").resolve(file), file);
        }
        Files.writeString(bundle.resolve("static/index.html"), "<meta name=\"csp-nonce\" content=\"__CSP_NONCE__\">");
        Files.writeString(bundle.resolve("secret.txt"), "secret");
        pages = new Pages(path -> {
            asked.add(path);
            Path file = bundle.resolve(path.substring(1));
            return Files.isRegularFile(file) ? url(file.toUri()) : null;
        });
    }

    private static URL url(URI uri) {
        try {
            return uri.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/ledgers/contracts", "/records/0b7e", "/index.html", "/apiary"})
    void answersPagesOfTheApplicationWithItsHtml(String path) {
        Answer answer = pages.answer("GET", path, "br");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("Content-Type", "text/html;charset=utf-8").containsEntry("Cache-Control", "no-cache");
    }

    @Test
    void givesEachPageItsOwnNonceInHtmlAndPolicy() {
        Answer one = pages.answer("GET", "/", null);
        Answer two = pages.answer("GET", "/", null);
        String html = new String(one.body(), StandardCharsets.UTF_8);
        String nonce = html.replaceAll(".*content=\"([^\"]+)\".*", "$1");
        assertThat(nonce).hasSizeGreaterThan(20).isNotEqualTo("__CSP_NONCE__");
        assertThat(one.headers().get("Content-Security-Policy")).contains("style-src 'self' 'nonce-" + nonce + "'").doesNotContain("unsafe");
        assertThat(two.headers().get("Content-Security-Policy")).doesNotContain(nonce);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/gone-9f.js", "/favicon.ico", "/assets/../../secret.txt", "/..//secret.txt", "/assets/index-1a2b.js.map", "/x.exe"})
    void answersMissingAssetsWithNotFound(String path) {
        assertThat(pages.answer("GET", path, null).status()).isEqualTo(404);
        assertThat(asked).noneMatch(name -> name.contains(".."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/", "/api/v1/nothing", "/api/v2/ledgers.json"})
    void answersEverythingUnderApiWithAProblem(String path) {
        for (String method : List.of("GET", "POST", "DELETE")) {
            Answer answer = pages.answer(method, path, null);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json");
        }
    }

    @Test
    void sendsHashedAssetsForEverAndCompressed() {
        Answer answer = pages.answer("GET", "/assets/index-1a2b.js", "gzip, deflate, br");
        assertThat(answer.headers())
                .containsEntry("Cache-Control", "public, max-age=31536000, immutable")
                .containsEntry("Content-Encoding", "br")
                .containsEntry("Vary", "Accept-Encoding")
                .containsEntry("Content-Type", "text/javascript;charset=utf-8");
        assertThat(answer.resource().getPath()).endsWith(".js.br");
        assertThat(pages.answer("GET", "/assets/index-1a2b.js", "gzip;q=0.5, br;q=0").resource().getPath()).endsWith(".gz");
        assertThat(pages.answer("GET", "/assets/index-1a2b.js", null).headers()).doesNotContainKey("Content-Encoding");
    }

    @Test
    void keepsOtherFilesForADay() {
        assertThat(pages.answer("GET", "/favicon.svg", "br").headers()).containsEntry("Cache-Control", "public, max-age=86400").doesNotContainKey("Content-Encoding");
    }

    @Test
    void protectsEveryAnswer() {
        for (String path : List.of("/", "/favicon.svg", "/gone.js", "/api/x")) {
            assertThat(pages.answer("GET", path, null).headers())
                    .containsEntry("X-Content-Type-Options", "nosniff")
                    .containsKeys("Referrer-Policy", "Permissions-Policy")
                    .hasEntrySatisfying("Content-Security-Policy", policy -> assertThat(policy).contains("frame-ancestors 'none'"));
        }
    }

    @Test
    void takesOnlyGetAndHead() {
        Answer answer = pages.answer("POST", "/ledgers/contracts", null);
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers()).containsEntry("Allow", "GET, HEAD");
        assertThat(pages.answer("HEAD", "/", null).status()).isEqualTo(200);
    }
}
