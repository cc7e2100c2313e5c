package io.fumikura.read.office;

import io.fumikura.document.spi.MediaType;
import io.fumikura.document.spi.Renderer;
import io.fumikura.document.spi.SourceFile;
import io.fumikura.testkit.RendererContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

class MailRendererContractTest extends RendererContract {

    @Override
    protected Renderer renderer() {
        return new MailReader();
    }

    @Override
    protected Renderer.Form form() {
        return Renderer.Form.PDF;
    }

    @Override
    protected SourceFile sample(Path folder) throws Exception {
        Path path = Files.writeString(folder.resolve("mail.eml"), "Subject: test\r\n\r\n請求書を送ります。\r\n");
        return new SourceFile(path, MediaType.MAIL, "mail.eml", Optional.empty());
    }
}
