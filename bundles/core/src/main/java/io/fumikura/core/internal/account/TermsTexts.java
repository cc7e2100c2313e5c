package io.fumikura.core.internal.account;

import io.fumikura.account.TermsSteps.Document;
import io.fumikura.account.TermsSteps.Terms;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.persistence.Sql;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The texts of the terms: the operator's own, {@code etc/terms/<platform|access|application>.<ja|en>.txt}, or those that come with the platform. The
 * first line names the version. Looked at with each request, read when they changed, so that a change needs no restart. Demonstration companies agree
 * to nothing.
 */
@Component(service = TermsTexts.class, configurationPid = "io.fumikura.core")
public final class TermsTexts {

    private static final Logger LOG = LoggerFactory.getLogger(TermsTexts.class);
    private static final String VERSION = "Version: ";
    private static final int LONGEST_VERSION = 40;

    private final boolean asked;
    private final Path folder;
    private final Map<Locale, String> trouble = new ConcurrentHashMap<>();
    private final Map<String, Read> read = new ConcurrentHashMap<>();

    /** @param changed when the file was; empty for a text of our own */
    private record Read(Optional<FileTime> changed, Terms terms) {}

    public @interface Config {
        /** Whether this is a demonstration. */
        boolean demo() default false;
    }

    @Activate
    public TermsTexts(Config config) {
        this(!config.demo(), Path.of(System.getProperty("karaf.etc", "etc")).resolve("terms"));
    }

    /**
     * @param asked whether anybody has to agree
     * @param folder of the operator's own texts; need not exist
     */
    public TermsTexts(boolean asked, Path folder) {
        this.asked = asked;
        this.folder = folder;
    }

    /** What a user has not agreed to yet. */
    List<Terms> pending(EntityManager entities, UserRow user) {
        if (!asked) {
            return List.of();
        }
        Set<String> agreed = new HashSet<>(Sql.query(
                entities,
                "select document, version from consent where user_id = ?",
                row -> row.getString("document") + " " + row.getString("version"),
                user.id));
        return Stream.of(Document.values())
                .map(document -> text(document, Callers.language(user)))
                .filter(terms -> !agreed.contains(terms.document() + " " + terms.version()))
                .toList();
    }

    /**
     * Which versions are in force for a user, as a text to be compared; an empty one where nobody has to agree.
     *
     * @return empty while the operator's texts can't be read: that must not stop those who are in
     */
    Optional<String> versions(UserRow user) {
        Locale language = Callers.language(user);
        try {
            String versions = asked ? versions(language) : "";
            if (trouble.remove(language) != null) {
                LOG.info("The terms can be read again ({}).", language);
            }
            return Optional.of(versions);
        } catch (RuntimeException e) {
            String message = String.valueOf(e.getMessage());
            if (!message.equals(trouble.put(language, message))) {
                LOG.error("Nobody can be asked to agree to new terms: {}", message);
            }
            return Optional.empty();
        }
    }

    /** What is wrong with the texts in a language, as the log tells it once; empty when they were sound at the last look. */
    Optional<String> trouble(Locale language) {
        return Optional.ofNullable(trouble.get(language));
    }

    private String versions(Locale language) {
        return Stream.of(Document.values()).map(document -> text(document, language).version()).collect(Collectors.joining("\n"));
    }

    private Terms text(Document document, Locale language) {
        String name = document.name().toLowerCase(Locale.ROOT) + (language.equals(Locale.ENGLISH) ? ".en.txt" : ".ja.txt");
        Path own = folder.resolve(name);
        try {
            Optional<FileTime> changed = Files.exists(own) ? Optional.of(Files.getLastModifiedTime(own)) : Optional.empty();
            Read last = read.get(name);
            if (last == null || !last.changed().equals(changed)) {
                last = new Read(
                        changed,
                        changed.isPresent()
                                ? parse(document, Files.readString(own), own.toString())
                                : parse(document, resource(name), name));
                read.put(name, last);
            }
            return last.terms();
        } catch (IOException e) {
            throw new UncheckedIOException("The terms " + own + " can't be read; they must be UTF-8.", e);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = TermsTexts.class.getResourceAsStream("/terms/" + name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static Terms parse(Document document, String file, String name) {
        String first = file.lines().findFirst().orElse("").strip();
        String version = first.startsWith(VERSION) ? first.substring(VERSION.length()).strip() : "";
        if (version.isEmpty() || version.length() > LONGEST_VERSION) {
            throw new IllegalStateException(name + " must begin with a line 'Version: …' of at most 40 characters after it.");
        }
        String text = file.lines().skip(1).map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
        return new Terms(document, version, text);
    }
}
