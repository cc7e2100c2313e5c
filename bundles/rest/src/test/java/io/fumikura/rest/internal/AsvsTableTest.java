package io.fumikura.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Documents claim nothing by tests that do not exist. */
class AsvsTableTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*(?:Test|IT))(?:\\.(\\w+))?`");

    @Test
    void everyTestThatTheTableNamesExists() throws IOException {
        var classes = new TreeMap<String, List<String>>();
        for (Path module : modules()) {
            try (Stream<Path> files = Files.walk(module.resolve("src/test/java"))) {
                files.filter(file -> file.toString().matches(".*(Test|IT)\\.java"))
                        .forEach(file -> classes.computeIfAbsent(name(file), name -> new ArrayList<>()).add(read(file)));
            }
        }
        List<String> missing = NAMED.matcher(Files.readString(ROOT.resolve("docs/asvs.md")))
                .results()
                .filter(match -> classes.getOrDefault(match.group(1), List.of()).stream()
                        .noneMatch(source -> match.group(2) == null || source.contains("void " + match.group(2) + "(")))
                .map(match -> match.group())
                .toList();

        assertThat(classes).containsKey("AsvsTableTest");
        assertThat(missing).isEmpty();
    }

    private static List<Path> modules() throws IOException {
        try (Stream<Path> folders = Stream.concat(
                Files.walk(ROOT.resolve("bundles"), 2), Files.walk(ROOT.resolve("karaf-assembly"), 1))) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("src/test/java"))).toList();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.java$", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
