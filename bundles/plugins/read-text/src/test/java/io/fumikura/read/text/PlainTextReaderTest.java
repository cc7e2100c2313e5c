package io.fumikura.read.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.MediaType;
import io.fumikura.document.spi.SourceFile;
import io.fumikura.document.text.DocumentText;
import io.fumikura.document.text.PageText;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextReaderTest {

    private static final String CONTRACT =
            "業務委託契約書\n株式会社青葉商事（以下「甲」という。）と㈱文蔵は、次のとおり契約を締結する。\n第１条\tｶﾌﾞｼｷ ABC\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-31j", "EUC-JP", "UTF-16", "UTF-16LE", "UTF-16BE", "x-windows-iso2022jp"})
    void knowsTheEncodingFromTheBytes(String charset) throws Exception {
        String text = charset.equals("EUC-JP") ? CONTRACT.replace("㈱", "株") : CONTRACT;
        assertThat(read(text.getBytes(Charset.forName(charset))).text())
                .isEqualTo(text);
    }

    @Test
    void leavesTheByteOrderMarkOut() throws Exception {
        assertThat(read("\ufeff契約書\r\n".getBytes(StandardCharsets.UTF_8)).text()).isEqualTo("契約書\n");
    }

    @Test
    void readsWesternQuotesInEnglishText() throws Exception {
        String english = "THIS AGREEMENT (the “Agreement”) is made by Café Ltd’s owner – and B.\n".repeat(3);
        assertThat(read(english.getBytes("windows-1252")).text()).isEqualTo(english);
    }

    @Test
    void isNotMisledByACharacterCutAtTheEndOfTheHead() throws Exception {
        String text = "あ".repeat(400_000) + "\n";
        assertThat(read(text.getBytes(StandardCharsets.UTF_8)).text().replace("\f", "").replace("\n", ""))
                .isEqualTo(text.trim());
    }

    @Test
    void breaksPagesAtFormFeedsAndWhenFull() throws Exception {
        String lines = IntStream.range(0, 60).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));
        var text = read(("cover\f" + lines).getBytes(StandardCharsets.UTF_8));
        assertThat(text.pages()).hasSize(3);
        assertThat(text.pages().get(0).text()).isEqualTo("cover\n");
        assertThat(text.pages().get(2).text()).startsWith("line 54\n");
    }

    @Test
    void keepsALongParagraphOnOnePageAndOnOneLine() throws Exception {
        String paragraph = "The Supplier shall deliver the Goods. ".repeat(60).trim();
        var text = read(("x\n".repeat(40) + paragraph).getBytes(StandardCharsets.UTF_8));
        assertThat(text.pages()).hasSize(2);
        assertThat(text.pages().get(1).text()).isEqualTo(paragraph + "\n");
    }

    @Test
    void anEmptyFileIsOneEmptyPage() throws Exception {
        assertThat(read(new byte[0]).pages()).singleElement().matches(PageText::isBlank);
    }

    @Test
    void leavesControlCharactersOut() throws Exception {
        assertThat(read("a\u0000b\u001b[31mc".getBytes(StandardCharsets.UTF_8)).text()).isEqualTo("ab[31mc\n");
    }

    @Test
    void givesUpWhenInterrupted() throws Exception {
        Path path = Files.writeString(folder.resolve("long.txt"), "x\n".repeat(1000));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> new PlainTextReader().read(file(path), page -> {}))
                .isInstanceOf(InterruptedException.class);
    }

    @Test
    void letsTheSinksLimitPass() throws Exception {
        Path path = Files.writeString(folder.resolve("long.txt"), "x\f".repeat(1000));
        assertThatThrownBy(() -> new PlainTextReader().read(file(path), page -> {
                    throw new DocumentException(DocumentException.Reason.LIMIT, "too many");
                }))
                .isInstanceOf(DocumentException.class)
                .hasMessage("too many");
    }

    private DocumentText read(byte[] bytes) throws Exception {
        var pages = new ArrayList<PageText>();
        new PlainTextReader().read(file(Files.write(folder.resolve("file.txt"), bytes)), pages::add);
        return new DocumentText(pages);
    }

    private static SourceFile file(Path path) {
        return new SourceFile(path, MediaType.TEXT, "file.txt", Optional.empty());
    }
}
