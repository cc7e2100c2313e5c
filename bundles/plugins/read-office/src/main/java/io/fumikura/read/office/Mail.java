package io.fumikura.read.office;

import io.fumikura.document.spi.DocumentException.Reason;
import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.MediaType;
import io.fumikura.document.spi.SourceFile;
import java.io.BufferedInputStream;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.text.MutableAttributeSet;
import javax.swing.text.html.HTML;
import javax.swing.text.html.HTMLEditorKit;
import javax.swing.text.html.parser.ParserDelegator;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.AttachmentChunks;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** A mail as lines of text: its head, its body, the names of what is attached. */
final class Mail {

    private static final int MOST_CHARACTERS = 20_000_000;

    private Mail() {}

    static String text(SourceFile file) throws Exception {
        return file.type().equals(MediaType.OUTLOOK) ? outlook(file.path()) : mime(file.path());
    }

    private static String mime(Path path) throws Exception {
        var builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.custom()
                .setMaxLineLen(1_000_000)
                .setMaxHeaderLen(1_000_000)
                .setMaxHeaderCount(10_000)
                .build());
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            Message message = builder.parseMessage(in);
            if (message.getHeader() == null || message.getHeader().getFields().isEmpty()) {
                throw new DocumentException(
                        Reason.CORRUPT, "The file is no mail, or damaged: it has no head with sender, recipient or subject.");
            }
            var text = new StringBuilder();
            for (String name : List.of("From", "To", "Cc", "Date", "Subject")) {
                var field = message.getHeader().getField(name);
                if (field != null) {
                    line(text, name, org.apache.james.mime4j.codec.DecoderUtil.decodeEncodedWords(
                            field.getBody(), org.apache.james.mime4j.codec.DecodeMonitor.SILENT));
                }
            }
            var attached = new ArrayList<String>();
            text.append('\n').append(body(message, attached, 0).orElse(""));
            attached.forEach(name -> line(text.append('\n'), "Attachment", name));
            message.dispose();
            return text.toString();
        }
    }

    /** Plain text where there is any, otherwise the text of HTML. */
    private static Optional<String> body(Entity entity, List<String> attached, int depth) throws Exception {
        if (entity.getFilename() != null || "attachment".equalsIgnoreCase(entity.getDispositionType())) {
            attached.add(Optional.ofNullable(entity.getFilename()).orElse(entity.getMimeType()));
            return Optional.empty();
        }
        Body body = entity.getBody();
        if (body instanceof Multipart parts && depth < 30) {
            boolean alternative = "multipart/alternative".equals(entity.getMimeType());
            var texts = new ArrayList<String>();
            for (Entity part : parts.getBodyParts()) {
                if (!alternative || texts.isEmpty()) {
                    body(part, attached, depth + 1).ifPresent(texts::add);
                }
            }
            return texts.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", texts));
        }
        if (body instanceof Message message && depth < 30) {
            return body(message, attached, depth + 1);
        }
        if (body instanceof TextBody text) {
            try (var reader = text.getReader()) {
                String read = read(reader);
                return Optional.of("text/html".equals(entity.getMimeType()) ? plain(read) : read);
            }
        }
        return Optional.empty();
    }

    private static String read(java.io.Reader reader) throws Exception {
        var text = new StringBuilder();
        var buffer = new char[8192];
        for (int n = reader.read(buffer); n >= 0 && text.length() < MOST_CHARACTERS; n = reader.read(buffer)) {
            text.append(buffer, 0, n);
        }
        return text.toString();
    }

    private static String outlook(Path path) throws Exception {
        try (var files = new POIFSFileSystem(path.toFile(), true);
                var message = new MAPIMessage(files)) {
            message.setReturnNullOnMissingChunk(true);
            message.guess7BitEncoding();
            var text = new StringBuilder();
            line(text, "From", message.getDisplayFrom());
            line(text, "To", message.getDisplayTo());
            line(text, "Cc", message.getDisplayCC());
            if (message.getMessageDate() != null) {
                line(text, "Date", message.getMessageDate().toInstant().toString());
            }
            line(text, "Subject", message.getSubject());
            text.append('\n').append(outlookBody(message));
            for (AttachmentChunks attachment : message.getAttachmentFiles()) {
                var name = attachment.getAttachLongFileName() != null
                        ? attachment.getAttachLongFileName()
                        : attachment.getAttachFileName();
                line(text.append('\n'), "Attachment", name == null ? "" : name.getValue());
            }
            return text.toString();
        }
    }

    private static String outlookBody(MAPIMessage message) throws Exception {
        String plain = message.getTextBody();
        if (plain != null && !plain.isBlank()) {
            return plain;
        }
        String html = message.getHtmlBody();
        if (html != null && !html.isBlank()) {
            return plain(html);
        }
        String rtf = message.getRtfBody();
        return rtf == null ? "" : new RichText(rtf.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)).text();
    }

    private static void line(StringBuilder text, String name, String value) {
        if (value != null && !value.isBlank()) {
            text.append(name).append(": ").append(value.replaceAll("\\s+", " ").trim()).append('\n');
        }
    }

    /** The text of HTML, parsed without fetching anything. */
    private static String plain(String html) throws Exception {
        var text = new StringBuilder();
        new ParserDelegator().parse(
                new StringReader(html),
                new HTMLEditorKit.ParserCallback() {
                    private int hidden;

                    @Override
                    public void handleText(char[] data, int position) {
                        if (hidden == 0) {
                            text.append(data);
                        }
                    }

                    @Override
                    public void handleStartTag(HTML.Tag tag, MutableAttributeSet attributes, int position) {
                        hidden += isHidden(tag) ? 1 : 0;
                        breakLine(tag);
                    }

                    @Override
                    public void handleEndTag(HTML.Tag tag, int position) {
                        hidden -= isHidden(tag) ? 1 : 0;
                        text.append(tag == HTML.Tag.TD || tag == HTML.Tag.TH ? "\t" : "");
                        breakLine(tag);
                    }

                    @Override
                    public void handleSimpleTag(HTML.Tag tag, MutableAttributeSet attributes, int position) {
                        breakLine(tag);
                    }

                    private void breakLine(HTML.Tag tag) {
                        if (tag.breaksFlow() || tag == HTML.Tag.BR || tag == HTML.Tag.TR) {
                            text.append('\n');
                        }
                    }
                },
                true);
        return text.toString().replaceAll("\n{3,}", "\n\n").trim();
    }

    private static boolean isHidden(HTML.Tag tag) {
        return tag == HTML.Tag.STYLE || tag == HTML.Tag.SCRIPT || tag == HTML.Tag.TITLE;
    }
}
