package io.fumikura.render.office;

import io.fumikura.health.spi.HealthCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Component;

/** Whether a font with Japanese characters is installed; without one, previews show boxes. */
@Component
public final class FontCheck implements HealthCheck {

    private static final List<String> NAMES = List.of("cjk", "ipa", "takao", "vlgothic", "mplus", "sazanami", "kochi");
    private static final List<Path> FOLDERS = List.of(
            Path.of("/usr/share/fonts"), Path.of("/usr/local/share/fonts"), Path.of(System.getProperty("user.home"), ".fonts"));

    private static final String INSTALL = "apt-get install fonts-noto-cjk fonts-ipafont";

    private volatile boolean found;

    @Override
    public String part() {
        return "fonts";
    }

    @Override
    public Health check() {
        found = found || FOLDERS.stream().anyMatch(FontCheck::hasJapanese);
        return found
                ? Health.ok("A font with Japanese characters is installed.")
                : Health.warning(
                        "No font with Japanese characters is installed. Run: " + INSTALL,
                        "日本語フォントがないため、プレビューの文字が表示されません。実行するコマンド: " + INSTALL);
    }

    private static boolean hasJapanese(Path folder) {
        try (var files = Files.walk(folder, 5)) {
            return files.map(file -> file.getFileName().toString().toLowerCase(Locale.ROOT))
                    .filter(name -> name.endsWith(".ttf") || name.endsWith(".ttc") || name.endsWith(".otf"))
                    .anyMatch(name -> NAMES.stream().anyMatch(name::contains));
        } catch (IOException | java.io.UncheckedIOException e) {
            return false;
        }
    }
}
